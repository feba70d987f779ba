"""Addresses below /verify/."""

from django.urls import path

from core.verification import views

app_name = "verify"
urlpatterns = [
    path("", views.form, name="form"),
    path("<str:code>/", views.code, name="code"),
]
