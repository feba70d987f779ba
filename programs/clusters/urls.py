"""Addresses below /programs/clusters/."""

from django.urls import path

from programs.clusters.views import public

app_name = "clusters"

urlpatterns = [
    path("", public.cluster_list, name="list"),
    path("<slug:slug>/", public.cluster_detail, name="detail"),
    path("<slug:slug>/exports.csv", public.cluster_exports, name="exports_csv"),
]
