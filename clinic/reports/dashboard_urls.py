"""Addresses below /dashboard/clinic/."""

from django.urls import path

from clinic.reports.views import dashboard

app_name = "clinic_dashboard"
urlpatterns = [
    path("", dashboard.overview, name="overview"),
    path("<slug:name>.csv", dashboard.table, name="csv"),
]
