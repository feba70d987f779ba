"""Addresses of stored files."""

from django.urls import path

from core.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:file_id>/", views.open_file, name="open"),
    path("<uuid:file_id>/thumbnail/", views.thumbnail, name="thumbnail"),
]
