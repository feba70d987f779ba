"""Addresses below /programs/."""

from django.urls import path

from programs.views import programmes

app_name = "programs"

urlpatterns = [
    path("", programmes.programme_list, name="list"),
    path("<slug:slug>/", programmes.programme_detail, name="detail"),
]
