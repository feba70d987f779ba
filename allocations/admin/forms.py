"""Forms of the acts of committee and officers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.services import authentication
from allocations.choices import DrawForm
from core.fields.forms import JalaliDateTimeField, PersianCharField, PersianTextField, password_field


class PasswordForm(forms.Form):
    """The password typed again, checked through the portal's own sign-in, which counts wrong ones."""

    password = password_field(_("Your password"), "current-password", _("Typed again, because this step weighs much."))

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Right, or a sentence."""
        typed: str = self.cleaned_data["password"]
        user: Any = self.request.user
        found = authentication.check_password(request=self.request, name=user.national_code, password=typed)
        if found is None or found.pk != user.pk:
            raise forms.ValidationError(_("This is not your password. Nothing was done."), code="wrong_password")
        return typed


class ReasonForm(forms.Form):
    """A reason that stays on record."""

    reason = PersianTextField(
        label=_("Reason"), help_text=_("It stays on record."), max_length=1000, widget=forms.Textarea({"rows": 3})
    )


class PublicReasonForm(forms.Form):
    """A reason that is published."""

    reason = PersianTextField(
        label=_("Reason"), help_text=_("It is published."), max_length=1000, widget=forms.Textarea({"rows": 3})
    )


class OptionalReasonForm(forms.Form):
    """A reason that may be left out."""

    reason = PersianTextField(label=_("Reason"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}))


class ExtendForm(PublicReasonForm):
    """A later closing date."""

    closes_at = JalaliDateTimeField(
        label=_("New closing date and hour"), help_text=_("For example 1405/10/15 14:30, Tehran time.")
    )
    field_order = ["closes_at", "reason"]


class PublishResultForm(forms.Form):
    """The end of the objections, which may be moved to a later moment."""

    objections_until = JalaliDateTimeField(
        label=_("Objections until"), help_text=_("May only be moved to a later moment."), required=False
    )


class SetAsideForm(PasswordForm, PublicReasonForm):
    """Reason and password."""

    field_order = ["reason", "password"]


class DrawValueForm(PasswordForm):
    """The value of the announced event, as it was published."""

    form = forms.ChoiceField(label=_("How the value was published"), choices=DrawForm.choices, widget=forms.RadioSelect)
    value = PersianCharField(
        label=_("Value of the announced event"),
        help_text=_("Type it as it is published; blanks and grouping signs do not matter."),
        max_length=4200,
        widget=forms.Textarea({"rows": 2, "dir": "ltr", "autocomplete": "off", "spellcheck": "false"}),
    )
    use_fallback = forms.BooleanField(
        label=_("The announced event failed; this is the value of the announced fallback."), required=False
    )
    field_order = ["form", "value", "use_fallback", "password"]


class ConfirmDrawForm(PasswordForm):
    """The same value, typed by the second person."""

    value = PersianCharField(
        label=_("Value of the announced event, typed again"),
        help_text=_("Read it from where it was published, not from this page."),
        max_length=4200,
        widget=forms.Textarea({"rows": 2, "dir": "ltr", "autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ["value", "password"]


class RedrawForm(ReasonForm):
    """A new event that lies in the future."""

    source = PersianCharField(label=_("Source of the draw"), max_length=200)
    event = PersianCharField(label=_("Future event of the draw"), max_length=200)
    draw_at = JalaliDateTimeField(
        label=_("When the event happens"), help_text=_("For example 1405/10/15 14:30, Tehran time.")
    )
    field_order = ["source", "event", "draw_at", "reason"]


class AnswerForm(forms.Form):
    """The answer to an objection."""

    upheld = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("yes", _("Uphold: the objection is right")), ("no", _("Reject: the objection is not right"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = PersianTextField(
        label=_("Reason"),
        help_text=_("The applicant reads it."),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
    )


class QuestionForm(forms.Form):
    """The public answer to a question."""

    answer = PersianTextField(
        label=_("Answer"),
        help_text=_("Everybody reads question and answer, without the asker's name."),
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
    )
