"""Addresses below /courses/."""

from django.urls import path

from training.views import classroom, desk, public

app_name = "training"
urlpatterns = [
    path("", public.course_list, name="list"),
    path("mine/", public.my_courses, name="mine"),
    path("<slug:slug>/", public.course_detail, name="detail"),
    path("<slug:slug>/register/", public.register, name="register"),
    path("<slug:slug>/leave/", public.leave, name="leave"),
    path("<slug:slug>/desk/", desk.desk, name="desk"),
    path("<slug:slug>/desk/publish/", desk.publish, name="publish"),
    path("<slug:slug>/desk/cancel/", desk.cancel, name="cancel"),
    path("<slug:slug>/desk/participants.csv", desk.participants_csv, name="participants"),
    path("<slug:slug>/desk/sessions/<int:position>/", classroom.sheet, name="sheet"),
    path("<slug:slug>/desk/exam/", classroom.exam, name="exam"),
    path("<slug:slug>/desk/exam/<int:result>/", classroom.correct, name="correct"),
    path("<slug:slug>/desk/finish/", classroom.finish, name="finish"),
    path("<slug:slug>/desk/registrations/<int:pk>/cancel/", desk.cancel_registration, name="cancel_registration"),
    path("<slug:slug>/desk/certificates/<str:code>/revoke/", desk.revoke, name="revoke"),
]
