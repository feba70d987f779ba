"""Addresses of the report below /clinic/cases/."""

from django.urls import path

from clinic.reports.views import report

app_name = "clinic_reports"
urlpatterns = [
    path("<str:number>/report/", report.report, name="report"),
    path("<str:number>/report/make/", report.make, name="make"),
    path("<str:number>/report/sign/", report.sign, name="sign"),
    path("<str:number>/report/without/<int:member>/", report.go_without, name="go_without"),
]
