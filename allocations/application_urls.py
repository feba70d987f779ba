"""Addresses below /applications/."""

from django.urls import path

from allocations.views import after, application, papers, steps

app_name = "applications"
urlpatterns = [
    path("", application.application_list, name="list"),
    path("<str:track>/", application.application_detail, name="detail"),
    path("<str:track>/form/papers/<slug:code>/", papers.paper, name="paper"),
    path("<str:track>/form/papers/<slug:code>/remove/", papers.remove, name="remove_paper"),
    path("<str:track>/form/<str:name>/", steps.step, name="step"),
    path("<str:track>/answers/", application.answers, name="answers"),
    path("<str:track>/receipt/", application.receipt, name="receipt"),
    path("<str:track>/correction/", after.correction, name="correction"),
    path("<str:track>/withdraw/", after.withdraw, name="withdraw"),
    path("<str:track>/explain/", after.explain, name="explain"),
    path("<str:track>/objections/", after.object_to, name="objections"),
]
