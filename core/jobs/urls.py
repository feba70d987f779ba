"""Addresses of jobs."""

from django.urls import path

from core.jobs import views

app_name = "jobs"
urlpatterns = [path("<int:job_id>/", views.progress, name="progress")]
