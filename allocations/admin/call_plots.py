"""Which plots of the estate a call offers: many at once, or one by one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin.call_writing import WritingPage
from allocations.services.rule_rows import PlotSpec, RulesSpec
from allocations.wording import number_text
from core.fields.forms import PersianCharField
from core.persian.sorting import sort_key
from estates.choices import PlotStatus
from estates.models import Plot, Trade

AVAILABLE, BLOCK, TRADE = "available", "block:", "trade:"


class PlotsForm(forms.Form):
    """A quick choice (`act` add or remove), or every plot by its box (`act` save)."""

    pick = forms.ChoiceField(label=gettext_lazy("Plots"), required=False)
    first = PersianCharField(
        label=gettext_lazy("From the code"), required=False, max_length=24, widget=forms.TextInput({"dir": "ltr"})
    )
    last = PersianCharField(
        label=gettext_lazy("to the code"), required=False, max_length=24, widget=forms.TextInput({"dir": "ltr"})
    )
    group = forms.ChoiceField(label=gettext_lazy("Reserved for"), required=False)
    act = forms.ChoiceField(choices=[(name, name) for name in ("add", "remove", "save")], required=True)

    def __init__(self, data: Any, *, picks: list[Any], groups: list[Any]) -> None:
        super().__init__(data)
        self.fields["pick"].choices = picks  # type: ignore[attr-defined]
        self.fields["group"].choices = [("", _("everybody")), *groups]  # type: ignore[attr-defined]


class PlotsPage(WritingPage):
    """The plots of a call with the groups they are reserved for. 6 queries to show, whatever their number."""

    template_name = "admin/allocations/call/plots.html"
    part = "plots"

    def plots(self) -> QuerySet[Plot]:
        """Every plot of the estate with its status, in the published order."""
        rows = Plot.objects.filter(estate=self.row.estate).with_status()
        return rows.select_related("block").prefetch_related("trades").order_by("sort_key", "pk")

    def make_form(self, data: Any) -> PlotsForm:
        blocks = [
            (f"{BLOCK}{code}", _("block %(code)s") % {"code": code})
            for code in self.row.estate.blocks.values_list("code", flat=True)
        ]
        trades = [
            (f"{TRADE}{trade.code}", str(trade))
            for trade in Trade.objects.filter(plots__estate=self.row.estate).distinct()
        ]
        picks = [("", _("by the codes below")), (AVAILABLE, _("all that are free")), *blocks, *trades]
        return PlotsForm(data, picks=picks, groups=list(self.row.groups.values_list("code", "name")))

    def chosen(self) -> dict[str, str]:
        """Codes in the call now → code of the group, or an empty text."""
        rows = self.row.call_plots.values_list("plot__code", "reserved_for__code")
        return {code: group or "" for code, group in rows}

    def context(self) -> dict[str, Any]:
        chosen = self.chosen()
        plots = [
            {"plot": plot, "is_chosen": plot.code in chosen, "group": chosen.get(plot.code, ""),
             "status_label": PlotStatus(plot.status).label}
            for plot in list[Any](self.plots())
        ]  # fmt: skip
        groups = list(self.row.groups.values_list("code", "name"))
        return {**super().context(), "plots": plots, "chosen_count": len(chosen), "groups": groups}

    def perform(self, form: PlotsForm) -> str:
        data = form.cleaned_data
        chosen = self.chosen()
        plots = list(self.plots())
        if data["act"] == "save":
            wanted = set(self.request.POST.getlist("plot"))
            chosen = {
                plot.code: self.request.POST.get(f"group-{plot.code}", "") for plot in plots if plot.code in wanted
            }
        else:
            for code in self.picked(plots, data):
                if data["act"] == "add":
                    chosen[code] = data["group"]
                else:
                    chosen.pop(code, None)
        specs = [PlotSpec(plot.code, chosen[plot.code] or None) for plot in plots if plot.code in chosen]
        self.write(rules=RulesSpec(plots=specs))
        return _("The call offers %(count)s plots now.") % {"count": number_text(len(specs))}

    def picked(self, plots: list[Plot], data: dict[str, Any]) -> list[str]:
        """Codes of the quick choice."""
        rows: list[Any] = plots
        pick = data["pick"]
        if pick == AVAILABLE:
            rows = [plot for plot in rows if plot.status == PlotStatus.AVAILABLE]
        elif pick.startswith(BLOCK):
            rows = [plot for plot in rows if plot.block and plot.block.code == pick.removeprefix(BLOCK)]
        elif pick.startswith(TRADE):
            code = pick.removeprefix(TRADE)
            rows = [plot for plot in rows if any(trade.code == code for trade in plot.trades.all())]
        first, last = data["first"].upper(), data["last"].upper()
        if not pick and not first and not last:
            return []
        if first:
            rows = [plot for plot in rows if plot.sort_key >= sort_key(first)[:80]]
        if last:
            rows = [plot for plot in rows if plot.sort_key <= sort_key(last)[:80]]
        return [plot.code for plot in rows]
