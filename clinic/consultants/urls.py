"""Addresses below /clinic/consultants/."""

from django.urls import path

from clinic.consultants.views import own, public, trust

app_name = "consultants"
urlpatterns = [
    path("", public.consultant_list, name="list"),
    path("<int:pk>/", public.consultant_detail, name="detail"),
    path("fees/", public.fees, name="fees"),
    path("me/", own.me, name="me"),
    path("me/about/", own.about, name="about"),
    path("me/hours/", own.week, name="hours"),
    path("me/absences/new/", own.add_absence, name="add_absence"),
    path("me/absences/<int:pk>/remove/", own.remove_absence, name="remove_absence"),
    path("me/conduct/", own.sign, name="conduct"),
    path("me/papers/new/", own.new_paper, name="new_paper"),
    path("me/papers/<int:pk>/withdraw/", own.withdraw_paper, name="withdraw_paper"),
    path("me/conflicts/new/", own.new_conflict, name="new_conflict"),
    path("conferences/", trust.conference_list, name="conferences"),
    path("conferences/new/", trust.call_conference, name="call_conference"),
    path("conferences/<int:pk>/", trust.conference, name="conference"),
    path("conferences/<int:pk>/close/", trust.close_conference, name="close_conference"),
    path("reviews/new/", trust.ask_review, name="ask_review"),
    path("reviews/<int:pk>/", trust.review, name="review"),
    path("rate/<str:number>/", trust.rate, name="rate"),
    path("rate/<str:number>/<int:pk>/", trust.rate_one, name="rate_one"),
]
