"""Addresses below /programs/demand/."""

from django.urls import path

from programs.demand.views import planning, register

app_name = "demand"
urlpatterns = [
    path("", register.demand_list, name="list"),
    path("new/", register.add, name="add"),
    path("table/", planning.table, name="table"),
    path("table.csv", planning.table_csv, name="table_csv"),
    path("wishes/", planning.wishes, name="wishes"),
    path("<int:pk>/", register.change, name="change"),
    path("<int:pk>/renew/", register.renew, name="renew"),
    path("<int:pk>/withdraw/", register.withdraw, name="withdraw"),
]
