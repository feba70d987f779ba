"""Entities I sign for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from accounts import selectors
from accounts.forms.people import EntityDataForm, EntityForm, SignatoryForm
from accounts.models import LegalEntity, Signatory
from accounts.services import entities
from accounts.views.refusals import shown_on
from core import clock


class EntitiesView(TemplateView):
    """All of them, each with everybody who signs."""

    template_name = "accounts/entities.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            entities=selectors.entities_of(self.request.user, clock.today()), today=clock.today(), **kwargs
        )


class NewEntityView(FormView):
    """Enter an entity I sign for."""

    form_class = EntityForm
    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:entities")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=_("Add a legal entity"),
            lead=_("An entity you sign for, with the data of the official gazette."),
            back=self.success_url,
            **kwargs,
        )

    def form_valid(self, form: EntityForm) -> HttpResponse:
        data = dict(form.cleaned_data)
        user: Any = self.request.user
        with shown_on(form):
            entities.create(
                legal_national_id=data.pop("legal_national_id"),
                position=data.pop("position"),
                data=data,
                by=user,
                now=clock.now(),
            )
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("The entity is added. Upload its gazette, so that staff can confirm you."))
        return super().form_valid(form)


class _OfEntity(FormView):
    """A page about one entity of mine; another's does not exist."""

    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:entities")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = LegalEntity.objects.filter(
            signatories__in=Signatory.objects.signing_on(clock.today()).filter(person__user_id=request.user.pk)
        )
        self.entity = get_object_or_404(rows, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)


class EntityView(_OfEntity):
    """Data of an entity."""

    form_class = EntityDataForm

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.entity, name) for name in EntityDataForm.base_fields}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=self.entity.name, back=self.success_url, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        with shown_on(form):
            entities.change(entity_id=self.entity.pk, data=form.cleaned_data, by=user, now=clock.now())
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("Saved."))
        return super().form_valid(form)


class NewSignatoryView(_OfEntity):
    """Let another person sign for the entity."""

    form_class = SignatoryForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=_("Add a signatory"),
            lead=_("The person must have an account and will see the entity's papers and applications."),
            back=self.success_url,
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        with shown_on(form):
            entities.add_signatory(entity_id=self.entity.pk, by=user, now=clock.now(), **form.cleaned_data)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("The signatory is added."))
        return super().form_valid(form)


def end_signatory(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then end the signature with this day."""
    mine = [signing.entity for signing in selectors.entities_of(request.user, clock.today())]
    row = get_object_or_404(
        Signatory.objects.signing_on(clock.today()).select_related("person", "entity"), pk=pk, entity__in=mine
    )
    if request.method == "POST":
        user: Any = request.user
        entities.end_signatory(signatory_id=row.pk, by=user, now=clock.now())
        messages.success(request, _("The signature ends today."))
        return redirect("accounts:entities")
    return render(
        request,
        "accounts/end_signatory.html",
        {
            "signatory": row,
            "confirm_label": _("End the signature"),
            "danger": True,
            "cancel_url": reverse_lazy("accounts:entities"),
        },
    )
