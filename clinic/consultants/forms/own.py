"""What a consultant fills in about himself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import ConflictKind, QualificationKind, Weekday
from clinic.consultants.models import Availability
from clinic.units.models import IndustrialUnit
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import MobileField, PersianCharField, PersianTextField
from core.fields.language import local_digits
from core.persian.text import search_key
from core.wording import number_text

STEP = 30
FIRST, LAST = 6 * 60, 22 * 60
SPANS = 2
"""How many spans of one day the form offers: a morning and an afternoon."""
MOST_NAMED = 5


def _today() -> date:
    return clock.today()


def _times() -> list[tuple[str, str]]:
    rows = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(FIRST, LAST + 1, STEP)]
    return [("", "–"), *((row, local_digits(row)) for row in rows)]


def _time(text: str) -> time:
    return time.fromisoformat(text)


class HoursForm(forms.Form):
    """The week: for each day two spans from–until, `f_<day>_<span>` and `u_<day>_<span>`."""

    hide_optional = True

    def __init__(self, data: Any, *, known: Iterable[Availability]) -> None:
        super().__init__(data)
        by_day: dict[int, list[Availability]] = {}
        for row in known:
            by_day.setdefault(row.weekday, []).append(row)
        times = _times()
        for day in Weekday:
            for span in range(SPANS):
                found = by_day.get(day, [])[span : span + 1]
                self._add(day, span, "f", times, found[0].starts_at if found else None)
                self._add(day, span, "u", times, found[0].ends_at if found else None)

    def _add(self, day: Weekday, span: int, end: str, times: list[tuple[str, str]], known: time | None) -> None:
        words = {"day": day.label, "number": number_text(span + 1)}
        label = _("%(day)s, from (%(number)s)") if end == "f" else _("%(day)s, until (%(number)s)")
        written = f"{known:%H:%M}" if known else ""
        # A time that is no half hour came from elsewhere and must not be lost.
        is_new = bool(written) and all(written != value for value, _label in times)
        choices = [*times, (written, local_digits(written))] if is_new else times
        name = f"{end}_{day.value}_{span}"
        field = forms.TypedChoiceField(
            choices=choices, coerce=_time, empty_value=None, required=False, label=label % words
        )
        field.widget.attrs["aria-label"] = label % words
        self.fields[name] = field
        self.initial[name] = written

    def clean(self) -> dict[str, Any]:
        """Either both ends of a span or none."""
        found = super().clean() or {}
        for day in Weekday:
            for span in range(SPANS):
                first, last = found.get(f"f_{day}_{span}"), found.get(f"u_{day}_{span}")
                if (first is None) != (last is None):
                    missing = f"{'u' if last is None else 'f'}_{day}_{span}"
                    if missing not in self.errors:
                        self.add_error(missing, _("Choose both times, or none."))
        return found

    def spans(self) -> list[tuple[int, time, time]]:
        """What was chosen."""
        return [
            (day.value, self.cleaned_data[f"f_{day}_{span}"], self.cleaned_data[f"u_{day}_{span}"])
            for day in Weekday
            for span in range(SPANS)
            if self.cleaned_data.get(f"f_{day}_{span}") is not None
        ]

    def days(self) -> Iterator[tuple[str, list[tuple[BoundField, BoundField]]]]:
        """The rows of the page."""
        for day in Weekday:
            yield str(day.label), [(self[f"f_{day}_{span}"], self[f"u_{day}_{span}"]) for span in range(SPANS)]

    def field_of(self, name: str) -> str:
        """The first field of the day a service refused (`day_<weekday>`)."""
        return f"f_{name.removeprefix('day_')}_0"


class AbsenceForm(forms.Form):
    """Days away."""

    starts_on = JalaliDateField(label=_("First day"))
    ends_on = JalaliDateField(label=_("Last day"))
    note = PersianCharField(
        label=_("Note"), max_length=120, required=False, help_text=_("Only you and the lead of the clinic read it.")
    )


class SignForm(forms.Form):
    """Signing the code of conduct."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=_("I have read the code of conduct and promise to keep to it."),
        error_messages={"required": _("Confirm that you have read it.")},
    )


class PaperForm(forms.Form):
    """A qualification paper."""

    kind = forms.ChoiceField(label=_("Kind of paper"), choices=QualificationKind.choices)
    title = PersianCharField(
        label=_("What it says"), max_length=160, help_text=_("For example: licence of an official accountant")
    )
    issuer = PersianCharField(label=_("Issued by"), max_length=160)
    issued_on = JalaliDateField(label=_("Issued on"), latest=_today)
    valid_until = JalaliDateField(
        label=_("Valid until"), required=False, help_text=_("Leave empty when it does not expire.")
    )
    file = forms.FileField(
        label=_("Photo or PDF"),
        help_text=_("A readable photo of the whole paper, or a PDF. Hidden data such as the place is removed."),
        widget=forms.ClearableFileInput({"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        allow_empty_file=True,
    )


class ConflictForm(forms.Form):
    """A unit he must not work on."""

    unit = PersianCharField(
        label=_("Unit"), max_length=120, help_text=_("Its code, or enough of its name to know which one it is.")
    )
    kind = forms.ChoiceField(label=_("Why not?"), choices=ConflictKind.choices, widget=forms.RadioSelect)
    reason = PersianCharField(
        label=_("In your words"), max_length=300, required=False, help_text=_("The lead of the clinic reads it.")
    )

    def clean_unit(self) -> IndustrialUnit:
        """The one unit that is meant."""
        typed = self.cleaned_data["unit"]
        rows = IndustrialUnit.objects.all()
        exact = rows.filter(code__iexact=typed).first()
        if exact is not None:
            return exact
        key = search_key(typed)
        found = list(rows.filter(search_key__contains=key).order_by("pk")[: MOST_NAMED + 1]) if key else []
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("No unit of the register is called so. Try another part of its name."))
        named = "، ".join(f"{one.name} ({one.code})" for one in found[:MOST_NAMED])
        raise forms.ValidationError(_("Several units match; write the code of one: %(units)s") % {"units": named})


class AboutForm(forms.Form):
    """What stands on the public page, and where the clinic reaches him."""

    about = PersianTextField(
        label=_("About you"), max_length=600, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Units read it on your page: what you have done, in a few sentences."),
    )  # fmt: skip
    phone = MobileField(label=_("Phone for the clinic"), required=False, help_text=_("It stands on no public page."))


class NothingForm(forms.Form):
    """The button is the confirmation."""
