"""Addresses of the demo's inbox, to be included below /demo/ where settings.DEMO is on."""

from django.urls import path

from core.messages import views

app_name = "demo"
urlpatterns = [path("inbox/", views.inbox, name="inbox")]
