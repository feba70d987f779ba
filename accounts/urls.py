"""Addresses below /account/ of a person who is signed in."""

from django.urls import path

from accounts.views import documents, entities, profile, records

app_name = "accounts"
urlpatterns = [
    path("", profile.ProfileView.as_view(), name="profile"),
    path("details/", profile.DetailsView.as_view(), name="details"),
    path("address/", profile.AddressView.as_view(), name="address"),
    path("phone/", profile.ChangePhoneView.as_view(), name="change_phone"),
    path("password/", profile.ChangePasswordView.as_view(), name="change_password"),
    path("groups/add/", profile.GroupView.as_view(), name="group"),
    path("groups/<int:pk>/withdraw/", profile.withdraw_group, name="withdraw_group"),
    path("groups/<int:claim>/evidence/", documents.NewDocumentView.as_view(), name="group_evidence"),
    path("entities/", entities.EntitiesView.as_view(), name="entities"),
    path("entities/add/", entities.NewEntityView.as_view(), name="new_entity"),
    path("entities/<int:pk>/", entities.EntityView.as_view(), name="entity"),
    path("entities/<int:pk>/signatories/add/", entities.NewSignatoryView.as_view(), name="new_signatory"),
    path("signatories/<int:pk>/end/", entities.end_signatory, name="end_signatory"),
    path("documents/", documents.DocumentsView.as_view(), name="documents"),
    path("documents/add/", documents.NewDocumentView.as_view(), name="new_document"),
    path("documents/<int:replaces>/replace/", documents.NewDocumentView.as_view(), name="replace_document"),
    path("documents/<int:pk>/withdraw/", documents.withdraw, name="withdraw_document"),
    path("access-log/", records.AccessLogView.as_view(), name="access_log"),
    path("sessions/", records.SessionsView.as_view(), name="sessions"),
    path("sessions/<int:pk>/end/", records.end_session, name="end_session"),
    path("sessions/end-others/", records.end_other_sessions, name="end_other_sessions"),
    path("messages/", records.MessagesView.as_view(), name="messages"),
    path("messages/read/", records.mark_messages_read, name="read_messages"),
]
