"""Addresses below /dashboard/."""

from django.urls import path

from programs.dashboards.views import clusters, company, estates, programmes, reports

app_name = "dashboards"

urlpatterns = [
    path("", company.overview, name="company"),
    path("refresh/", company.refresh, name="refresh"),
    path("company/<slug:name>.csv", company.table, name="company_csv"),
    path("programs/<slug:slug>/", programmes.detail, name="programme"),
    path("programs/<slug:slug>/<slug:name>.csv", programmes.table, name="programme_csv"),
    path("estates/<slug:slug>/", estates.detail, name="estate"),
    path("estates/<slug:slug>/<slug:name>.csv", estates.table, name="estate_csv"),
    path("clusters/<slug:slug>/", clusters.detail, name="cluster"),
    path("clusters/<slug:slug>/<slug:name>.csv", clusters.table, name="cluster_csv"),
    path("reports/", reports.report_list, name="reports"),
    path("reports/compare/", reports.compare, name="reports_compare"),
    path("reports/public/", reports.public_list, name="reports_public"),
    path("reports/<int:report_id>/", reports.report_detail, name="report"),
    path("reports/<int:report_id>/slides.zip", reports.slides, name="report_slides"),
]
