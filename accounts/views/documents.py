"""My papers: the vault."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from accounts import selectors
from accounts.choices import DocumentKind
from accounts.forms.people import DocumentForm
from accounts.models import Document, GroupClaim
from accounts.services import documents
from accounts.views.refusals import shown_on
from core import clock


class DocumentsView(TemplateView):
    """Papers of everybody I act for, those that need attention first."""

    template_name = "accounts/documents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = clock.today()
        owners = selectors.applicants_of(self.request.user, today)
        vaults = selectors.vaults_of(owners, today)
        return super().get_context_data(vaults=vaults, **kwargs)


class NewDocumentView(FormView):
    """Put a paper into the vault; below /replace/ in the place of an older one, below /evidence/ for a group."""

    form_class = DocumentForm
    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:documents")
    replaced: Document | None = None
    claim: GroupClaim | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.applicants = selectors.applicants_of(request.user)
        if "replaces" in kwargs:
            mine = Document.objects.in_use().filter(owner__in=self.applicants)
            self.replaced = get_object_or_404(mine, pk=kwargs["replaces"])
        if "claim" in kwargs:
            claims = GroupClaim.objects.filter(applicant__in=self.applicants, withdrawn_at=None)
            self.claim = get_object_or_404(claims, pk=kwargs["claim"])
            self.success_url = reverse_lazy("accounts:profile")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        fixed = self.replaced is not None or self.claim is not None
        return {**super().get_form_kwargs(), "applicants": self.applicants, "replacing": fixed}

    def get_initial(self) -> dict[str, Any]:
        if self.replaced is not None:
            return {"title": self.replaced.title}
        return {"kind": self.request.GET.get("kind", "")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        title = _("Add a paper")
        if self.replaced is not None:
            title = _("Replace: %(paper)s") % {"paper": self.replaced.display_title}
        if self.claim is not None:
            title = _("Evidence: %(group)s") % {"group": self.claim.get_group_display()}
        return super().get_context_data(title=title, back=self.success_url, **kwargs)

    def form_valid(self, form: DocumentForm) -> HttpResponse:
        data = dict(form.cleaned_data)
        upload = data.pop("file")
        owner = data.pop("owner", None) or self.applicants[0]
        kind = data.pop("kind", "")
        if self.replaced is not None:
            owner, kind = self.replaced.owner, self.replaced.kind
        if self.claim is not None:
            owner, kind = self.claim.applicant, DocumentKind.SPECIAL_GROUP_EVIDENCE
        user: Any = self.request.user
        with shown_on(form):
            documents.add(
                applicant_id=owner.pk,
                kind=kind,
                replaces_id=self.replaced.pk if self.replaced else None,
                claim_id=self.claim.pk if self.claim else None,
                upload=upload,
                by=user,
                now=clock.now(),
                **data,
            )
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("The paper is in your vault."))
        return super().form_valid(form)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then take the paper out."""
    mine = Document.objects.in_use().filter(owner__in=selectors.applicants_of(request.user))
    document = get_object_or_404(mine, pk=pk)
    if request.method == "POST":
        user: Any = request.user
        documents.withdraw(document_id=document.pk, by=user, now=clock.now())
        messages.success(request, _("The paper is out of your vault."))
        return redirect("accounts:documents")
    return render(
        request,
        "accounts/withdraw_document.html",
        {
            "document": document,
            "confirm_label": _("Take it out"),
            "danger": True,
            "cancel_url": reverse_lazy("accounts:documents"),
        },
    )
