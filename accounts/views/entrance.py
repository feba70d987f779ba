"""Signing in: by password, or by a code; and out of the lost-password alley. Open to visitors."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from accounts.adapters import is_own_address
from accounts.choices import CodePurpose
from accounts.forms.sign_in import PhoneForm, SignInForm, SignUpForm
from accounts.models import User
from accounts.services import authentication, codes, demo
from accounts.throttles import client_ip
from accounts.views.code_flow import CodeFlow
from accounts.views.refusals import shown_on
from core import clock


def next_of(request: HttpRequest) -> str:
    """Where the visitor wanted to go, when that is on this host; else an empty text."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_own_address(request, wanted) else ""


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class EntranceView(FormView):
    """A page for visitors; somebody who is signed in is sent on."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            return redirect(next_of(request) or settings.LOGIN_REDIRECT_URL)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        next_url = next_of(self.request)
        query = f"?{urlencode({'next': next_url})}" if next_url else ""
        sign_on = settings.SIGN_ON is not None
        return super().get_context_data(next_url=next_url, query=query, sign_on=sign_on, **kwargs)


class SignInView(EntranceView):
    """National code or mobile, and password."""

    form_class = SignInForm
    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = demo.people() if settings.DEMO else []
        return super().get_context_data(demo_people=people, demo_password=demo.PASSWORD, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        user = authentication.check_password(
            request=self.request, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
        )
        if user is None:
            form.add_error(None, _("The number or the password is not correct."))
            return self.form_invalid(form)
        return authentication.sign_in(
            request=self.request, user=user, method="password", now=clock.now(), next_url=next_of(self.request)
        )


class CodeRequestView(EntranceView):
    """A form that ends in sending a code to a phone."""

    purpose: str
    success_url = reverse_lazy("account_confirm_code")

    def whom(self, form: Form) -> tuple[User | None, str]:
        """The account the code is for, and the text for the phone when there is to be no code."""
        user = User.objects.filter(phone=form.cleaned_data["phone"], is_active=True).first()
        return user, "" if user else "accounts.unknown_phone"

    def data(self, form: Form) -> dict[str, Any]:
        """What must be remembered until the code is typed."""
        return {}

    def next_url(self) -> str:
        """Where the visitor wanted to go."""
        return next_of(self.request)

    def form_valid(self, form: Form) -> HttpResponse:
        user, instead = self.whom(form)
        phone = form.cleaned_data["phone"]
        with shown_on(form):
            token = codes.request(
                purpose=self.purpose,
                phone=phone,
                user=user,
                template=instead,
                ip=client_ip(self.request),
                now=clock.now(),
            )
            CodeFlow(self.purpose, token, phone, self.next_url(), self.data(form)).keep(self.request)
        if form.errors:
            response = self.form_invalid(form)
            response.status_code = 429
            return response
        return super().form_valid(form)


class SignInByCodeView(CodeRequestView):
    """A code to the mobile instead of the password."""

    purpose = CodePurpose.SIGN_IN
    form_class = PhoneForm
    template_name = "account/request_login_code.html"


class PasswordResetView(CodeRequestView):
    """A code to the mobile, then a new password."""

    purpose = CodePurpose.RESET
    form_class = PhoneForm
    template_name = "account/password_reset.html"


class SignUpView(CodeRequestView):
    """A new account: it exists only after the code came back."""

    purpose = CodePurpose.SIGN_UP
    form_class = SignUpForm
    template_name = "account/signup.html"

    def whom(self, form: Form) -> tuple[User | None, str]:
        data = form.cleaned_data
        taken = User.objects.filter(national_code=data["national_code"]) | User.objects.filter(phone=data["phone"])
        return None, "accounts.account_exists" if taken.exists() else ""

    def data(self, form: Form) -> dict[str, Any]:
        data = dict(form.cleaned_data)
        return {**data, "password": make_password(data["password"])}
