"""Addresses of what the clinic learned, and of its rule of ranking."""

from django.urls import path

from clinic.treatment.views import learning

app_name = "learning"
urlpatterns = [
    path("", learning.lessons, name="lessons"),
    path("rule/", learning.rule, name="rule"),
]
