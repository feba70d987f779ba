"""Addresses below /calls/."""

from django.urls import path

from allocations.views import apply, calls, record, results

app_name = "calls"
urlpatterns = [
    path("", calls.call_list, name="list"),
    path("<slug:slug>/", calls.call_detail, name="detail"),
    path("<slug:slug>/plan.geojson", calls.call_plan, name="plan"),
    path("<slug:slug>/rules.json", record.rules_file, name="rules"),
    path("<slug:slug>/check/", apply.check, name="check"),
    path("<slug:slug>/apply/", apply.apply, name="apply"),
    path("<slug:slug>/ask/", calls.ask, name="ask"),
    path("<slug:slug>/results/", results.results, name="results"),
    path("<slug:slug>/results/plots/", results.plots, name="results_plots"),
    path("<slug:slug>/record/", record.record, name="record"),
    path("<slug:slug>/record/runs/<int:number>/record.zip", record.record_zip, name="record_zip"),
    path("<slug:slug>/record/runs/<int:number>/verify.py", record.verifier, name="verifier"),
    path("<slug:slug>/record/lists/<int:number>/<str:name>", record.frozen_file, name="frozen_file"),
]
