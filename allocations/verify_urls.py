"""Addresses below /verify/."""

from django.urls import path

from allocations.views import verify

app_name = "verify"
urlpatterns = [
    path("", verify.form, name="form"),
    path("<str:code>/", verify.code, name="code"),
]
