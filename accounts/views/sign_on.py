"""By the national sign-on: out to it, back from it, and the mobile of who comes for the first time."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.reauthentication import resume_request
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.choices import CodePurpose
from accounts.forms.sign_in import FirstSignOnForm
from accounts.models import User
from accounts.services import authentication, sign_on
from accounts.services.errors import SignOnAway, SignOnInterrupted, SignOnRefused
from accounts.sign_on.answers import claims_of
from accounts.sign_on.identity import Identity, identity_of
from accounts.sign_on.provider import PROVIDER_ID, UNREACHABLE, NationalProvider, given
from accounts.views.code_flow import FIRST_SIGN_ON
from accounts.views.entrance import CodeRequestView, next_of
from core import clock

FIRST_SECONDS = 600
security_log = logging.getLogger("portal.security")


def for_sign_on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """404 where the national sign-on is not given; its refusals become a page with the other ways in."""

    @never_cache
    @require_safe
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        given()
        try:
            return view(request)
        except SignOnRefused as error:
            security_log.warning("refused status=%s code=%s path=%s", error.status, error.code, request.path)
            again = "account_sign_on_again" if request.user.is_authenticated else "account_sign_on"
            context = {"message": error.message, "again": again}
            return render(request, "account/sign_on_refused.html", context, status=error.status)

    return guarded


@login_not_required
@for_sign_on
def start(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the national sign-on."""
    if request.user.is_authenticated:
        return redirect(next_of(request) or settings.LOGIN_REDIRECT_URL)
    return _leave(request, again=False)


@for_sign_on
def again(request: HttpRequest) -> HttpResponse:
    """Send a signed-in person there to be asked anew, in the place of typing the password again."""
    return _leave(request, again=True)


def _leave(request: HttpRequest, *, again: bool) -> HttpResponse:
    nonce = secrets.token_urlsafe(24)
    asked = {"nonce": nonce, "ui_locales": str(get_language())}
    if again:
        asked |= {"prompt": "login", "max_age": "0"}
    provider = NationalProvider(request)
    try:
        response: HttpResponse = provider.redirect(
            request, "login", next_url=next_of(request), auth_params=asked, nonce=nonce, again=again
        )
    except (*UNREACHABLE, OAuth2Error, ValueError) as error:
        raise SignOnAway() from error
    return response


@login_not_required
@for_sign_on
def callback(request: HttpRequest) -> HttpResponse:
    """Back from the national sign-on: the journey is this browser's, the answer is proven, then the person enters."""
    state = statekit.unstash_state(request, provider_id=PROVIDER_ID, state_id=request.GET.get("state", ""))
    if state is None or bool(state.get("again")) != request.user.is_authenticated:
        raise SignOnInterrupted()
    if request.GET.get("error") == "access_denied":
        messages.info(request, _("You have cancelled the national sign-on. You can sign in another way."))
        return redirect("account_login")
    if not request.GET.get("code"):
        raise SignOnRefused(code="no_code")
    claim = given().claim
    identity = identity_of(claims_of(request, state, claim), claim)
    next_url = state.get("next") or ""
    return _asked_again(request, identity, next_url) if state["again"] else _enter(request, identity, next_url)


def _enter(request: HttpRequest, identity: Identity, next_url: str) -> HttpResponse:
    now = clock.now()
    user = sign_on.recognise(identity=identity, now=now)
    if user is None:
        request.session[FIRST_SIGN_ON] = {"identity": identity.kept(), "next": next_url, "at": now.timestamp()}
        return redirect("account_sign_on_phone")
    return authentication.sign_in(request=request, user=user, method="sign_on", now=now, next_url=next_url)


def _asked_again(request: HttpRequest, identity: Identity, next_url: str) -> HttpResponse:
    user: Any = request.user
    age = clock.now().timestamp() - identity.asked_at
    if identity.national_code != user.national_code:
        raise SignOnRefused(
            _("The national sign-on knows you as another person than the one signed in here."), code="another_person"
        )
    if age > settings.FRESH_AUTHENTICATION.total_seconds():
        raise SignOnRefused(code="not_asked_anew")
    authentication.sign_on_again(request=request, user=user)
    query = request.GET.copy()
    query["next"] = next_url
    request.GET = query  # type: ignore[assignment]
    return resume_request(request) or redirect("accounts:profile")


@method_decorator([login_not_required, never_cache], name="dispatch")
class FirstSignOnView(CodeRequestView):
    """Who comes for the first time gives a mobile; the account is made or linked when the code came back."""

    purpose = CodePurpose.SIGN_ON
    form_class = FirstSignOnForm
    template_name = "account/sign_on_phone.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        given()
        kept = request.session.get(FIRST_SIGN_ON)
        if not kept or clock.now().timestamp() - kept["at"] > FIRST_SECONDS:
            return redirect("account_login")
        self.identity = Identity(**kept["identity"])
        self.wanted = kept["next"]
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "identity": self.identity}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(identity=self.identity, **kwargs)

    def next_url(self) -> str:
        return self.wanted

    def whom(self, form: Form) -> tuple[User | None, str]:
        taken = User.objects.filter(phone=form.cleaned_data["phone"]).exclude(national_code=self.identity.national_code)
        return None, "accounts.phone_taken" if taken.exists() else ""

    def data(self, form: Form) -> dict[str, Any]:
        names = {name: form.cleaned_data.get(name) or getattr(self.identity, name) for name in FirstSignOnForm.NAMES}
        return {"national_code": self.identity.national_code, **names}
