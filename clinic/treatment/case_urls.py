"""Addresses of treatment below /clinic/cases/."""

from django.urls import path

from clinic.treatment.views import follow_up_pages, letter_pages, plan_pages, project_pages

app_name = "treatment"
urlpatterns = [
    path("<str:number>/plan/", plan_pages.plan, name="plan"),
    path("<str:number>/plan/begin/", plan_pages.begin, name="begin_plan"),
    path("<str:number>/plan/treatment/", plan_pages.begin_treatment, name="begin_treatment"),
    path("<str:number>/plan/<int:version>/aim/", plan_pages.aim, name="aim"),
    path("<str:number>/plan/<int:version>/do/<slug:step>/", plan_pages.act, name="plan_act"),
    path("<str:number>/plan/<int:version>/projects/new/", project_pages.new, name="new_project"),
    path("<str:number>/projects/<int:project>/", project_pages.change, name="change_project"),
    path("<str:number>/projects/<int:project>/place/", project_pages.place, name="place_project"),
    path("<str:number>/projects/<int:project>/remove/", project_pages.remove, name="remove_project"),
    path("<str:number>/projects/<int:project>/do/<slug:step>/", project_pages.act, name="project_act"),
    path("<str:number>/projects/<int:project>/steps/<int:step>/done/", project_pages.finish_step, name="finish_step"),
    path("<str:number>/letters/", letter_pages.letters, name="letters"),
    path("<str:number>/letters/new/", letter_pages.new, name="new_letter"),
    path("<str:number>/letters/<str:code>/", letter_pages.change, name="change_letter"),
    path("<str:number>/letters/<str:code>/do/<slug:step>/", letter_pages.act, name="letter_act"),
    path("<str:number>/follow-up/", follow_up_pages.follow_up, name="follow_up"),
    path("<str:number>/follow-up/begin/", follow_up_pages.begin, name="begin_follow_up"),
    path("<str:number>/follow-up/close/", follow_up_pages.close, name="close"),
    path("<str:number>/follow-up/readmit/", follow_up_pages.readmit, name="readmit"),
    path("<str:number>/follow-up/<int:month>/<slug:step>/", follow_up_pages.act, name="follow_up_act"),
    path("<str:number>/tasks/new/", follow_up_pages.new_task, name="new_task"),
    path("<str:number>/tasks/<int:task>/<slug:step>/", follow_up_pages.task_act, name="task_act"),
]
