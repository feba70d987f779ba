"""The draw: entered by one person, confirmed by another; and another draw, ordered by two."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin.forms import ConfirmDrawForm, DrawValueForm, PasswordForm, ReasonForm, RedrawForm
from allocations.admin.pages import ActionPage
from allocations.choices import ObjectionStatus
from allocations.models import Draw, FrozenList, Objection, RedrawOrder
from allocations.services import draws, freezing


class OfList(ActionPage):
    """A step about the newest frozen list of a call."""

    @cached_property
    def frozen(self) -> FrozenList:
        """The list that counts; 404 when there is none."""
        found = freezing.newest(self.row)
        if found is None:
            raise Http404
        return found

    @cached_property
    def draw(self) -> Draw:
        """Its draw; 404 when there is none."""
        found = Draw.objects.filter(frozen_list=self.frozen).select_related("entered_by").first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def order(self) -> RedrawOrder:
        """The open proposal of another draw; 404 when there is none."""
        rows = RedrawOrder.objects.filter(frozen_list=self.frozen, dropped_at__isnull=True, confirmed_by__isnull=True)
        found = rows.select_related("proposed_by").first()
        if found is None:
            raise Http404
        return found

    def context(self) -> dict[str, Any]:
        return {"frozen": self.frozen}


class DrawPage(OfList):
    """The value of the announced event, typed by the first person."""

    template_name = "admin/allocations/call/draw.html"
    permission = "allocations.draw_call"
    title = gettext_lazy("Enter the draw")
    confirm_label = gettext_lazy("Enter the value")

    def make_form(self, data: Any) -> DrawValueForm:
        return DrawValueForm(data, request=self.request, initial={"form": "HEX"})

    def context(self) -> dict[str, Any]:
        early = self.now < self.frozen.draw_at
        open_ones = Objection.objects.filter(application__call=self.row, status=ObjectionStatus.OPEN).count()
        return {**super().context(), "is_early": early, "open_objections": open_ones, "can_act": not early}

    def perform(self, form: Any) -> str:
        data = form.cleaned_data
        draws.enter(
            frozen_list_id=self.frozen.pk,
            value=data["value"],
            form=data["form"],
            use_fallback=data["use_fallback"],
            by=self.request.user,
            now=self.now,
            authenticated_at=self.now,
        )
        return _("The value is entered. Another member has to type it again.")


class ConfirmDrawPage(OfList):
    """The same value, typed by the second person; the first one reads why he cannot."""

    template_name = "admin/allocations/call/confirm_draw.html"
    permission = "allocations.draw_call"
    title = gettext_lazy("Confirm the draw")
    confirm_label = gettext_lazy("Confirm the value for good")

    def make_form(self, data: Any) -> ConfirmDrawForm:
        return ConfirmDrawForm(data, request=self.request)

    def context(self) -> dict[str, Any]:
        own = self.draw.entered_by_id == self.request.user.pk
        return {**super().context(), "draw": self.draw, "is_own": own, "can_act": not own}

    def perform(self, form: Any) -> str:
        row = draws.confirm(
            draw_id=self.draw.pk,
            value=form.cleaned_data["value"],
            by=self.request.user,
            now=self.now,
            authenticated_at=self.now,
        )
        return _("The draw is confirmed. Seed: %(seed)s") % {"seed": row.seed}


class DiscardDrawPage(OfList):
    """A mistyped value is taken back before it is confirmed."""

    template_name = "admin/allocations/call/discard_draw.html"
    permission = "allocations.draw_call"
    title = gettext_lazy("Take the value back")
    form_class = ReasonForm
    confirm_label = gettext_lazy("Take the value back")
    danger = True

    def context(self) -> dict[str, Any]:
        return {**super().context(), "draw": self.draw}

    def perform(self, form: Any) -> str:
        draws.discard(draw_id=self.draw.pk, reason=form.cleaned_data["reason"], by=self.request.user, now=self.now)
        return _("The value is taken back; the audit record keeps it.")


class RedrawPage(OfList):
    """Another draw is proposed."""

    template_name = "admin/allocations/call/redraw.html"
    permission = "allocations.redraw_call"
    title = gettext_lazy("Propose another draw")
    form_class = RedrawForm
    confirm_label = gettext_lazy("Propose")
    danger = True

    def perform(self, form: Any) -> str:
        draws.propose_redraw(frozen_list_id=self.frozen.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("Another draw is proposed; somebody else has to confirm it.")


class ConfirmRedrawPage(OfList):
    """The second person confirms it."""

    template_name = "admin/allocations/call/confirm_redraw.html"
    permission = "allocations.redraw_call"
    title = gettext_lazy("Confirm another draw")
    confirm_label = gettext_lazy("Confirm another draw")
    danger = True

    def make_form(self, data: Any) -> PasswordForm:
        return PasswordForm(data, request=self.request)

    def context(self) -> dict[str, Any]:
        own = self.order.proposed_by_id == self.request.user.pk
        return {**super().context(), "order": self.order, "is_own": own, "can_act": not own}

    def perform(self, form: Any) -> str:
        draws.confirm_redraw(order_id=self.order.pk, by=self.request.user, now=self.now, authenticated_at=self.now)
        return _("Confirmed. Freeze the list again for the new event.")


class DropRedrawPage(OfList):
    """The proposal is taken back."""

    template_name = "admin/allocations/call/drop_redraw.html"
    permission = "allocations.redraw_call"
    title = gettext_lazy("Drop the proposal of another draw")
    form_class = ReasonForm
    confirm_label = gettext_lazy("Drop the proposal")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "order": self.order}

    def perform(self, form: Any) -> str:
        draws.drop_redraw(
            order_id=self.order.pk, reason=form.cleaned_data["reason"], by=self.request.user, now=self.now
        )
        return _("The proposal is dropped.")
