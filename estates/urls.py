"""Addresses below /estates/."""

from django.urls import path

from estates.views import estates

app_name = "estates"

urlpatterns = [
    path("", estates.estate_list, name="list"),
    path("<slug:slug>/", estates.estate_detail, name="detail"),
    path("<slug:slug>/plan.geojson", estates.estate_plan, name="plan"),
]
