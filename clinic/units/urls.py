"""Addresses below /clinic/units/."""

from django.urls import path

from clinic.units.views import intake, register, work_list

app_name = "units"
urlpatterns = [
    path("", register.unit_list, name="list"),
    path("warnings/", work_list.warning_list, name="warnings"),
    path("warnings/<int:pk>/<slug:step>/", work_list.act, name="warning"),
    path("import/", intake.hand_in, name="import"),
    path("import/sheet.xlsx", intake.empty_sheet, name="import_sheet"),
    path("import/<int:pk>/", intake.check, name="import_check"),
    path("<str:code>/", register.unit_detail, name="detail"),
    path("<str:code>/readings/new/", register.new_reading, name="reading"),
    path("<str:code>/readings/<int:pk>/correct/", register.correct_reading, name="correct"),
]
