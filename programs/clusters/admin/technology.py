"""Technology needs, providers, and what became of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianTextField
from programs.clusters import permissions
from programs.clusters.admin.base import (
    Act,
    OnDayWithText,
    OnlyShown,
    ServiceAdmin,
    ServiceForm,
    WithReason,
    in_state,
)
from programs.clusters.choices import NeedStatus
from programs.clusters.models import NeedMatch, NeedNote, TechnologyNeed, TechnologyProvider
from programs.clusters.services import technology

LIVE = (NeedStatus.OPEN, NeedStatus.MATCHED, NeedStatus.IN_PROGRESS)


class MatchForm(WithReason):
    """Which provider, and why this one."""

    provider = forms.ModelChoiceField(label=_("provider"), queryset=TechnologyProvider.objects.filter(is_active=True))
    field_order = ("provider", "reason")


class NoteForm(forms.Form):
    """One line of the follow-up."""

    note = PersianTextField(label=_("what happened"), max_length=2000)


class ProviderForm(ServiceForm):
    """Somebody who offers technology."""

    class Meta:
        model = TechnologyProvider
        fields = ["name", "name_en", "kind", "offers", "contact_name", "phone", "is_active", "is_illustrative"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> TechnologyProvider:
        name = values.pop("name", None) or self.instance.name
        return technology.save_provider(name=name, values=values, by=by, now=now)


@admin.register(TechnologyProvider)
class TechnologyProviderAdmin(ServiceAdmin):
    """Providers; known by name."""

    permission = permissions.SET_UP
    form = ProviderForm
    list_display = ("name", "kind", "is_active")
    list_filter = ("kind", "is_active")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by name."""
        return [*super().get_readonly_fields(request, obj), *(["name"] if obj else [])]


class NeedForm(ServiceForm):
    """What a member lacks."""

    class Meta:
        model = TechnologyNeed
        fields = ["member", "need", "description", "is_illustrative"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> TechnologyNeed:
        if self.instance.pk is None:
            member = values.pop("member")
            return technology.add_need(member_id=member.pk, by=by, now=now, **values)
        return technology.change_need(need_id=self.instance.pk, description=values["description"], by=by, now=now)


def _closing(verb: Any, word: str) -> Any:
    return lambda row, values, by, now: verb(need_id=row.pk, on=values["on"], by=by, now=now, **{word: values["text"]})


@admin.register(TechnologyNeed)
class TechnologyNeedAdmin(ServiceAdmin):
    """Needs and their follow-up."""

    form = NeedForm
    list_display = ("need", "member", "status", "opened_on", "closed_on")
    list_filter = ("member__cluster", "status")
    list_select_related = ("member",)
    acts = (
        Act(
            name="match",
            label=_("Propose a provider"),
            text=_("The first proposal makes the need one with a provider; more may follow."),
            run=lambda row, values, by, now: technology.match(need_id=row.pk, by=by, now=now, **values),
            possible=in_state(NeedStatus.OPEN, NeedStatus.MATCHED),
            form=MatchForm,
        ),
        Act(
            name="note",
            label=_("Note what happened"),
            text=_("One line of the follow-up."),
            run=lambda row, values, by, now: technology.note(need_id=row.pk, text=values["note"], by=by, now=now),
            possible=in_state(*LIVE),
            form=NoteForm,
        ),
        Act(
            name="begin",
            label=_("Work begins"),
            text=_("Provider and member have begun."),
            run=lambda row, values, by, now: technology.begin(need_id=row.pk, by=by, now=now),
            possible=in_state(NeedStatus.MATCHED),
        ),
        Act(
            name="reopen",
            label=_("Open the need again"),
            text=_("It came to nothing with the providers so far."),
            run=lambda row, values, by, now: technology.reopen(need_id=row.pk, reason=values["reason"], by=by, now=now),
            possible=in_state(NeedStatus.MATCHED, NeedStatus.IN_PROGRESS),
            form=WithReason,
        ),
        Act(
            name="meet",
            label=_("The need is met"),
            text=_("The member has what it needed."),
            run=_closing(technology.meet, "outcome"),
            possible=in_state(NeedStatus.IN_PROGRESS),
            form=OnDayWithText,
        ),
        Act(
            name="drop",
            label=_("Give the need up"),
            text=_("Say why; it stays in the list."),
            run=_closing(technology.drop, "reason"),
            possible=in_state(*LIVE),
            form=OnDayWithText,
            is_danger=True,
        ),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by member and need."""
        return [*super().get_readonly_fields(request, obj), *(["member", "need", "is_illustrative"] if obj else [])]


@admin.register(NeedMatch)
class NeedMatchAdmin(OnlyShown):
    """Providers that were proposed."""

    list_display = ("need", "provider", "proposed_on", "reason")
    list_filter = ("need__member__cluster",)
    list_select_related = ("need", "provider")


@admin.register(NeedNote)
class NeedNoteAdmin(OnlyShown):
    """Notes of the follow-up."""

    list_display = ("need", "note", "author", "noted_at")
    list_filter = ("need__member__cluster",)
    list_select_related = ("need", "author")
