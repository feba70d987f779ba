"""Addresses below /clinic/ that are about requests; cases and the other parts have lists of their own."""

from django.urls import path

from clinic.cases.views import desk, landing, requests, talks

app_name = "clinic"
urlpatterns = [
    path("", landing.home, name="home"),
    path("requests/", requests.mine, name="requests"),
    path("requests/new/", requests.new, name="new"),
    path("requests/new/<slug:service>/", requests.ask, name="ask"),
    path("requests/new/<slug:service>/check/", requests.check, name="check"),
    path("requests/<str:number>/", requests.detail, name="request"),
    path("requests/<str:number>/withdraw/", requests.withdraw, name="withdraw"),
    path("requests/<str:number>/book/", talks.book, name="book"),
    path("requests/<str:number>/appointment.ics", talks.calendar, name="calendar"),
    path("requests/<str:number>/cancel-talk/", talks.cancel, name="cancel_talk"),
    path("desk/", desk.desk, name="desk"),
    path("desk/talks/", talks.talks, name="talks"),
    path("desk/talks/<int:pk>/", talks.note, name="note_talk"),
    path("desk/new/", desk.counter, name="counter"),
    path("desk/new/<slug:service>/", desk.counter_ask, name="counter_ask"),
    path("desk/<str:number>/", desk.detail, name="desk_request"),
    path("desk/<str:number>/<slug:step>/", desk.act, name="desk_act"),
]
