"""Addresses below /dashboard/."""

from django.urls import path

from programs.dashboards.views import company, programmes

app_name = "dashboards"

urlpatterns = [
    path("", company.overview, name="company"),
    path("refresh/", company.refresh, name="refresh"),
    path("company/<slug:name>.csv", company.table, name="company_csv"),
    path("programs/<slug:slug>/", programmes.detail, name="programme"),
    path("programs/<slug:slug>/<slug:name>.csv", programmes.table, name="programme_csv"),
]
