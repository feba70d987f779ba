"""Rows of a call's rules: groups, criteria, papers, each written as one table of forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy

from allocations.admin import bands
from allocations.admin.call_forms import CriterionFormSet, GroupFormSet, PaperFormSet, rows_in_order
from allocations.admin.call_writing import PARTS, WritingPage
from allocations.services.rule_rows import RulesSpec
from core.errors import InvalidInput


class RowsPage(WritingPage):
    """A page of rows: a formset in which a row can be put elsewhere or taken out."""

    template_name = "admin/allocations/call/rows.html"
    formset_class: Any = None
    hint: Any = ""

    def initial(self) -> list[dict[str, Any]]:
        """The rows as they stand."""
        raise NotImplementedError

    def form_kwargs(self) -> dict[str, Any]:
        """What every row of the formset needs."""
        return {}

    def make_form(self, data: Any) -> Any:
        return self.formset_class(data, initial=self.initial(), form_kwargs=self.form_kwargs(), prefix="rows")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "hint": self.hint, "part_label": dict(PARTS)[self.part]}

    def perform(self, form: Any) -> str:
        return self.write(rules=self.rules(rows_in_order(form)))

    def refused(self, form: Any, error: InvalidInput) -> None:
        sentences = [str(text) for texts in error.errors.values() for text in texts] or [error.message]
        form.non_form_errors().extend(sentences)

    def rules(self, rows: list[Any]) -> RulesSpec:
        """The part of the rules this page writes."""
        raise NotImplementedError


class GroupsPage(RowsPage):
    """Groups that have plots reserved for them."""

    part = "groups"
    formset_class = GroupFormSet
    hint = gettext_lazy("A group can have plots reserved for it; what it leaves, others may have.")

    def initial(self) -> list[dict[str, Any]]:
        return list(self.row.groups.values("code", "name", "help"))

    def rules(self, rows: list[Any]) -> RulesSpec:
        return RulesSpec(groups=rows)


class CriteriaPage(RowsPage):
    """Criteria with weights and bands; the weights must add up to 100."""

    part = "criteria"
    formset_class = CriterionFormSet
    hint = gettext_lazy(
        "Points of a criterion with bands are computed from the form; the others are judged by scorers. Bands, one line each: "
        "“3: 40” (from three on 40 points), “each: 10”, “yes: 100”, “otherwise: 0”."
    )

    def initial(self) -> list[dict[str, Any]]:
        return [
            {
                "code": row.code,
                "name": row.name,
                "weight": row.weight,
                "maximum": Decimal(row.maximum).scaleb(-2),
                "tie_break_rank": row.tie_break_rank,
                "help": row.help,
                "input": row.rule.get("input", ""),
                "bands": bands.text_of(row.rule),
            }
            for row in self.row.criteria.all()
        ]

    def context(self) -> dict[str, Any]:
        total = sum(self.row.criteria.values_list("weight", flat=True))
        return {**super().context(), "weight_sum": total}

    def rules(self, rows: list[Any]) -> RulesSpec:
        return RulesSpec(criteria=rows)


class PapersPage(RowsPage):
    """Papers to hand in."""

    part = "papers"
    formset_class = PaperFormSet
    hint = gettext_lazy("A paper that is asked for only from one group is asked from those who claim that group.")

    def initial(self) -> list[dict[str, Any]]:
        rows = self.row.papers.values("code", "kind", "name", "help", "required", "group__code")
        return [{**row, "group": row["group__code"] or ""} for row in rows]

    def form_kwargs(self) -> dict[str, Any]:
        return {"groups": dict(self.row.groups.values_list("code", "name"))}

    def rules(self, rows: list[Any]) -> RulesSpec:
        return RulesSpec(papers=rows)
