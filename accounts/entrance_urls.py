"""Addresses below /account/ for signing up, in and out; the names are those allauth expects."""

from allauth.account import views as allauth_views
from django.urls import include, path

from accounts.views import confirm, entrance

urlpatterns = [
    path("sign-in/", entrance.SignInView.as_view(), name="account_login"),
    path("sign-in/code/", entrance.SignInByCodeView.as_view(), name="account_request_login_code"),
    path("sign-up/", entrance.SignUpView.as_view(), name="account_signup"),
    path("code/", confirm.ConfirmCodeView.as_view(), name="account_confirm_code"),
    path("code/again/", confirm.resend, name="account_resend_code"),
    path("password/reset/", entrance.PasswordResetView.as_view(), name="account_reset_password"),
    path("password/new/", confirm.NewPasswordView.as_view(), name="account_new_password"),
    path("sign-out/", allauth_views.logout, name="account_logout"),
    path("closed/", allauth_views.account_inactive, name="account_inactive"),
    path("again/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
]
