"""The addresses below /dashboard/demand/."""

from django.urls import path

from programs.demand.views import planning

app_name = "demand_planning"
urlpatterns = [
    path("", planning.planning, name="sites"),
    path("sites.csv", planning.sites_csv, name="sites_csv"),
]
