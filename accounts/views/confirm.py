"""The code is typed: what it was asked for happens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from accounts.choices import CodePurpose
from accounts.forms.sign_in import CodeForm, NewPasswordForm
from accounts.models import OneTimeCode, User
from accounts.services import authentication, codes, sign_on, users
from accounts.services.errors import CodeSpent
from accounts.throttles import client_ip
from accounts.views import code_flow
from accounts.views.refusals import shown_on
from core import clock
from core.messages import services as outbox
from core.persian.identifiers import mask_mobile

START = {
    CodePurpose.SIGN_UP: "account_signup",
    CodePurpose.SIGN_IN: "account_request_login_code",
    CodePurpose.RESET: "account_reset_password",
    CodePurpose.CHANGE_PHONE: "accounts:change_phone",
    CodePurpose.SIGN_ON: "account_sign_on_phone",
}
RESET_KEY = "accounts.reset"
RESET_SECONDS = 600


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class ConfirmCodeView(FormView):
    """One page for every purpose; the journey is in the session, so another browser's code is worth nothing here."""

    form_class = CodeForm
    template_name = "account/confirm_code.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        flow = code_flow.current(request)
        changing = flow is not None and flow.purpose == CodePurpose.CHANGE_PHONE
        if flow is None or changing != request.user.is_authenticated:
            return redirect("accounts:profile" if request.user.is_authenticated else "account_login")
        self.flow = flow
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            phone=mask_mobile(self.flow.phone), start=START[CodePurpose(self.flow.purpose)], **kwargs
        )

    def form_valid(self, form: CodeForm) -> HttpResponse:
        response: HttpResponse | None = None
        with shown_on(form):
            row = codes.check(
                token=self.flow.token,
                purpose=self.flow.purpose,
                typed=form.cleaned_data["code"],
                now=clock.now(),
            )
            response = getattr(self, f"finish_{self.flow.purpose}")(row)
            code_flow.forget(self.request)
        return response if response is not None else self.form_invalid(form)

    def finish_sign_up(self, row: OneTimeCode) -> HttpResponse:
        """Make the account and sign in."""
        data = dict(self.flow.data)
        user = users.register(password_hash=data.pop("password"), now=clock.now(), **data)
        return self._enter(user)

    def finish_sign_in(self, row: OneTimeCode) -> HttpResponse:
        """Sign in."""
        user = User.objects.filter(pk=row.user_id, is_active=True, phone=row.phone).first()
        if user is None:
            raise CodeSpent(field="code")
        users.confirm_phone(user_id=user.pk, now=clock.now())
        return self._enter(user)

    def finish_reset(self, row: OneTimeCode) -> HttpResponse:
        """Go on to the new password; the permission to set it lasts ten minutes in this session."""
        self.request.session[RESET_KEY] = {"user": row.user_id, "at": clock.now().timestamp()}
        return redirect("account_new_password")

    def finish_change_phone(self, row: OneTimeCode) -> HttpResponse:
        """Put the new phone in the place of the old one and tell the old one."""
        user: Any = self.request.user
        if row.user_id != user.pk:
            raise CodeSpent(field="code")
        old = user.phone
        users.change_phone(user_id=user.pk, phone=row.phone, by=user, now=clock.now())
        outbox.send(template="accounts.phone_changed", to=old, params={}, key=f"phone:{row.pk}", now=clock.now())
        messages.success(self.request, _("Your new mobile number is saved."))
        return redirect("accounts:profile")

    def finish_sign_on(self, row: OneTimeCode) -> HttpResponse:
        """Make or link the account of somebody the national sign-on has shown us, and sign in."""
        user = sign_on.link(phone=row.phone, now=clock.now(), **self.flow.data)
        self.request.session.pop(code_flow.FIRST_SIGN_ON, None)
        return self._enter(user, method="sign_on")

    def _enter(self, user: User, method: str = "code") -> HttpResponse:
        next_url = self.flow.next_url
        code_flow.forget(self.request)
        return authentication.sign_in(
            request=self.request, user=user, method=method, now=clock.now(), next_url=next_url
        )


@login_not_required
@require_POST
def resend(request: HttpRequest) -> HttpResponse:
    """A new code for the same journey; the one before is worth nothing any more."""
    flow = code_flow.current(request)
    if flow is None:
        return redirect("account_login")
    row = OneTimeCode.objects.filter(token=flow.token).select_related("user").first()
    if row is None:
        return redirect(START[CodePurpose(flow.purpose)])
    flow.token = codes.request_again(row=row, ip=client_ip(request), now=clock.now())
    flow.keep(request)
    messages.success(request, _("A new code was sent."))
    return redirect("account_confirm_code")


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class NewPasswordView(FormView):
    """The last step of a lost password."""

    form_class = NewPasswordForm
    template_name = "account/new_password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kept = request.session.get(RESET_KEY) or {}
        recent = clock.now().timestamp() - kept.get("at", 0) <= RESET_SECONDS
        user = User.objects.filter(pk=kept.get("user"), is_active=True).first() if recent else None
        if user is None:
            return redirect("account_reset_password")
        self.user: User = user
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.user}

    def form_valid(self, form: Form) -> HttpResponse:
        now = clock.now()
        users.set_password(
            user_id=self.user.pk, password=form.cleaned_data["password"], by=self.user, now=now, action="reset"
        )
        del self.request.session[RESET_KEY]
        outbox.send(
            template="accounts.password_changed",
            to=self.user,
            params={},
            key=f"password:{self.user.pk}:{now.timestamp()}",
            now=now,
        )
        messages.success(self.request, _("Your new password is saved. Sign in with it."))
        return redirect("account_login")
