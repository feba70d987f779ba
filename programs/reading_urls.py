"""Addresses below /dashboard/readings/."""

from django.urls import path

from programs.views import reading_review, readings

app_name = "readings"

urlpatterns = [
    path("", readings.reading_list, name="list"),
    path("new/", readings.enter, name="new"),
    path("review/<slug:slug>/<str:month>/", reading_review.review, name="review"),
    path("evidence/<int:pk>/remove/", readings.remove_evidence, name="remove_evidence"),
    path("<int:pk>/", reading_review.detail, name="detail"),
    path("<int:pk>/correct/", reading_review.correct, name="correct"),
]
