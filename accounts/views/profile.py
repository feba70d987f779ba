"""My details: who I am, where I live, special groups, phone, password."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from accounts import selectors
from accounts.choices import CodePurpose
from accounts.forms.people import AddressForm, DetailsForm, GroupForm
from accounts.forms.sign_in import ChangePasswordForm, PhoneForm
from accounts.models import Applicant, GroupClaim, Person, User
from accounts.services import authentication, codes, people, users
from accounts.services.authentication import require_fresh
from accounts.throttles import client_ip
from accounts.views.code_flow import CodeFlow
from accounts.views.refusals import shown_on
from core import clock
from core.errors import NotFound
from core.messages import services as outbox


def person_of(request: HttpRequest) -> Person:
    """The natural person who is signed in; NotFound for an account made at the command line."""
    person = selectors.person_of(request.user)
    if person is None:
        raise NotFound(_("This account belongs to no natural person."))
    return person


class ProfileView(TemplateView):
    """Everything the portal knows of me, each part with its way to change it."""

    template_name = "accounts/profile.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = person_of(self.request)
        claims = GroupClaim.objects.filter(applicant__person=person, withdrawn_at=None).prefetch_related("documents")
        return super().get_context_data(person=person, claims=claims, **kwargs)


class PersonFormView(FormView):
    """One part of the person's data on one page."""

    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:profile")
    title = ""

    def get_initial(self) -> dict[str, Any]:
        self.person = person_of(self.request)
        return {name: getattr(self.person, name) for name in self.form_class.base_fields}  # type: ignore[union-attr]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=self.title, back=self.success_url, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        with shown_on(form):
            user: Any = self.request.user
            people.save_person(person_id=self.person.pk, data=form.cleaned_data, by=user, now=clock.now())
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, _("Saved."))
        return super().form_valid(form)


class DetailsView(PersonFormView):
    """Who I am."""

    form_class = DetailsForm

    @property
    def title(self) -> str:  # type: ignore[override]
        return _("Your details")


class AddressView(PersonFormView):
    """Where I live."""

    form_class = AddressForm

    @property
    def title(self) -> str:  # type: ignore[override]
        return _("Your address")


class GroupView(FormView):
    """Say that I belong to a special group, then hand in the paper that shows it."""

    form_class = GroupForm
    template_name = "accounts/group.html"

    def form_valid(self, form: GroupForm) -> HttpResponse:
        person = person_of(self.request)
        applicant = get_object_or_404(Applicant, person=person)
        user: Any = self.request.user
        claim = people.claim_group(
            applicant_id=applicant.pk, group=form.cleaned_data["group"], by=user, now=clock.now()
        )
        return redirect("accounts:group_evidence", claim.pk)


@require_POST
def withdraw_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the claim back."""
    user: Any = request.user
    claim = get_object_or_404(GroupClaim, pk=pk, applicant__in=selectors.applicants_of(user))
    people.withdraw_group(claim_id=claim.pk, by=user, now=clock.now())
    messages.success(request, _("Saved."))
    return redirect("accounts:profile")


class ChangePhoneView(FormView):
    """A new mobile: the password must be fresh, and the new phone must answer."""

    form_class = PhoneForm
    template_name = "accounts/form.html"
    success_url = reverse_lazy("account_confirm_code")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require_fresh(request, clock.now())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=_("New mobile number"), back=reverse_lazy("accounts:profile"), **kwargs)

    def form_valid(self, form: PhoneForm) -> HttpResponse:
        user: Any = self.request.user
        phone = form.cleaned_data["phone"]
        taken = User.objects.filter(phone=phone).exclude(pk=user.pk).exists()
        with shown_on(form):
            token = codes.request(
                purpose=CodePurpose.CHANGE_PHONE,
                phone=phone,
                user=user,
                template="accounts.phone_taken" if taken else "",
                ip=client_ip(self.request),
                now=clock.now(),
            )
            CodeFlow(CodePurpose.CHANGE_PHONE, token, phone).keep(self.request)
        return self.form_invalid(form) if form.errors else super().form_valid(form)


@method_decorator(sensitive_post_parameters(), name="dispatch")
class ChangePasswordView(FormView):
    """A new password for the old one; other browsers are signed out by it."""

    form_class = ChangePasswordForm
    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:profile")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=_("Change the password"), back=self.success_url, **kwargs)

    def form_valid(self, form: ChangePasswordForm) -> HttpResponse:
        user: Any = self.request.user
        known = authentication.check_password(
            request=self.request, name=user.national_code, password=form.cleaned_data["old_password"]
        )
        if known != user:
            form.add_error("old_password", _("The password is not correct."))
            return self.form_invalid(form)
        now = clock.now()
        changed = users.set_password(user_id=user.pk, password=form.cleaned_data["password"], by=user, now=now)
        update_session_auth_hash(self.request, changed)
        outbox.send(
            template="accounts.password_changed",
            to=changed,
            params={},
            key=f"password:{user.pk}:{now.timestamp()}",
            now=now,
        )
        messages.success(self.request, _("Your new password is saved."))
        return super().form_valid(form)
