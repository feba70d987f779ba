"""Addresses of the portal (product.md §2). Each app owns the list below its prefix."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from core.web import language
from portal import views

handler400 = "core.web.errors.bad_request"
handler403 = "core.web.errors.permission_denied"
handler404 = "core.web.errors.page_not_found"
handler500 = "core.web.errors.server_error"

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz/live", views.live, name="live"),
    path("healthz/ready", views.ready, name="ready"),
    path("language/", language.switch, name="set_language"),
    path("account/", include("accounts.entrance_urls")),
    path("account/", include("accounts.urls")),
    path("calls/", include("allocations.call_urls")),
    path("applications/", include("allocations.application_urls")),
    path("courses/", include("training.urls")),
    path("verify/", include("core.verification.urls")),
    path("jobs/", include("core.jobs.urls")),
    path("files/", include("core.files.urls")),
    path("estates/", include("estates.urls")),
    path("plots/", include("estates.plot_urls")),
    path("programs/clusters/", include("programs.clusters.urls")),
    path("programs/demand/", include("programs.demand.urls")),
    path("programs/exhibitions/", include("programs.exhibitions.urls")),
    path("programs/", include("programs.urls")),
    path("clinic/cases/", include("clinic.cases.case_urls")),
    path("clinic/cases/", include("clinic.reports.case_urls")),
    path("clinic/cases/", include("clinic.treatment.case_urls")),
    path("clinic/learning/", include("clinic.treatment.urls")),
    path("clinic/units/", include("clinic.units.urls")),
    path("clinic/consultants/", include("clinic.consultants.urls")),
    path("clinic/", include("clinic.cases.urls")),
    path("dashboard/readings/", include("programs.reading_urls")),
    path("dashboard/demand/", include("programs.demand.planning_urls")),
    path("dashboard/clinic/", include("clinic.reports.dashboard_urls")),
    path("dashboard/", include("programs.dashboards.urls")),
    path("admin/", admin.site.urls),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("core.messages.urls"))]

if settings.DEBUG:
    urlpatterns += [path("styleguide/", include("core.web.styleguide"))]
