"""Addresses below /programs/exhibitions/."""

from django.urls import path

from programs.exhibitions.views import booths, desk, procedure, public, record, report

app_name = "exhibitions"
urlpatterns = [
    path("", public.exhibition_list, name="list"),
    path("desk/requests/", desk.all_requests, name="all_requests"),
    path("desk/runs/", desk.all_runs, name="all_runs"),
    path("mine/", booths.my_requests, name="mine"),
    path("requests/<str:code>/", booths.request_detail, name="request"),
    path("requests/<str:code>/withdraw/", booths.withdraw, name="withdraw"),
    path("<slug:slug>/", public.exhibition_detail, name="detail"),
    path("<slug:slug>/record.zip", record.record_zip, name="record_zip"),
    path("<slug:slug>/verify.py", record.verifier, name="verifier"),
    path("<slug:slug>/request/", booths.ask, name="ask"),
    path("<slug:slug>/request/check/", booths.check, name="check"),
    path("<slug:slug>/desk/", desk.desk, name="desk"),
    path("<slug:slug>/desk/requests.csv", desk.requests_csv, name="requests_csv"),
    path("<slug:slug>/desk/points/", desk.points, name="points"),
    path("<slug:slug>/desk/value/", procedure.value, name="value"),
    path("<slug:slug>/desk/results/<str:code>/", report.result, name="result"),
    path("<slug:slug>/desk/costs/", report.costs, name="costs"),
    path("<slug:slug>/desk/costs/<int:pk>/remove/", report.remove_cost, name="remove_cost"),
    path("<slug:slug>/desk/<slug:step>/", procedure.act, name="act"),
]
