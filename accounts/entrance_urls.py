"""Addresses below /account/ for signing up, in and out; the names are those allauth expects."""

from allauth.account import views as allauth_views
from django.urls import include, path

from accounts.views import confirm, entrance, keys, sign_on

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
    path("sign-on/", sign_on.start, name="account_sign_on"),
    path("sign-on/again/", sign_on.again, name="account_sign_on_again"),
    path("sign-on/callback/", sign_on.callback, name="account_sign_on_callback"),
    path("sign-on/mobile/", sign_on.FirstSignOnView.as_view(), name="account_sign_on_phone"),
    # Ours stand before those of allauth with the same names and addresses.
    path("second-factor/authenticate/", keys.SecondFactorView.as_view(), name="mfa_authenticate"),
    path("second-factor/webauthn/", keys.key_list, name="mfa_list_webauthn"),
    path("second-factor/webauthn/add/", keys.AddKeyView.as_view(), name="mfa_add_webauthn"),
    path("second-factor/webauthn/login/", keys.SignInByKeyView.as_view(), name="mfa_login_webauthn"),
    path("second-factor/webauthn/reauthenticate/", keys.AgainByKeyView.as_view(), name="mfa_reauthenticate_webauthn"),
    path("second-factor/webauthn/keys/<int:pk>/edit/", keys.RenameKeyView.as_view(), name="mfa_edit_webauthn"),
    path("second-factor/webauthn/keys/<int:pk>/remove/", keys.RemoveKeyView.as_view(), name="mfa_remove_webauthn"),
    path("second-factor/", include("allauth.mfa.urls")),
]
