"""Addresses below /clinic/cases/; treatment and reports have lists of their own there."""

from django.urls import path

from clinic.cases.views import (
    answer_pages,
    case_pages,
    cause_pages,
    cost_pages,
    evidence_pages,
    finding_pages,
    team_pages,
)

app_name = "cases"
urlpatterns = [
    path("", case_pages.case_list, name="list"),
    path("<str:number>/", case_pages.overview, name="overview"),
    path("<str:number>/looks/", case_pages.looks, name="looks"),
    path("<str:number>/costs/", cost_pages.costs, name="costs"),
    path("<str:number>/lead/", case_pages.hand_over, name="hand_over"),
    path("<str:number>/do/<slug:step>/", case_pages.act, name="act"),
    path("<str:number>/team/", team_pages.team, name="team"),
    path("<str:number>/team/<int:member>/end/", team_pages.leave, name="leave_team"),
    path("<str:number>/visits/", evidence_pages.visits, name="visits"),
    path("<str:number>/visits/new/", evidence_pages.new_visit, name="new_visit"),
    path("<str:number>/visits/<int:visit>/photos/", evidence_pages.more_photos, name="more_photos"),
    path("<str:number>/data/", evidence_pages.data, name="data"),
    path("<str:number>/data/<slug:kind>/", evidence_pages.sheet, name="sheet"),
    path("<str:number>/data/<slug:kind>/edit/", evidence_pages.edit_sheet, name="edit_sheet"),
    path("<str:number>/questionnaires/", answer_pages.questionnaires, name="questionnaires"),
    path("<str:number>/questionnaires/begin/<int:version>/", answer_pages.start, name="start"),
    path("<str:number>/questionnaires/<int:answering>/", answer_pages.answers, name="answers"),
    path("<str:number>/findings/", finding_pages.findings, name="findings"),
    path("<str:number>/findings/new/", finding_pages.new_finding, name="new_finding"),
    path("<str:number>/findings/<int:finding>/", finding_pages.change_finding, name="change_finding"),
    path("<str:number>/findings/<int:finding>/remove/", finding_pages.remove_finding, name="remove_finding"),
    path("<str:number>/swot/new/", finding_pages.new_swot, name="new_swot"),
    path("<str:number>/swot/<int:entry>/remove/", finding_pages.remove_swot, name="remove_swot"),
    path("<str:number>/agree/", finding_pages.agree, name="agree"),
    path("<str:number>/causes/", cause_pages.causes, name="causes"),
    path("<str:number>/causes/new/", cause_pages.new_node, name="new_node"),
    path("<str:number>/causes/<int:node>/", cause_pages.change_node, name="change_node"),
    path("<str:number>/causes/<int:node>/remove/", cause_pages.remove_node, name="remove_node"),
    path("<str:number>/causes/arrows/new/", cause_pages.new_arrow, name="new_arrow"),
    path("<str:number>/causes/arrows/<int:edge>/remove/", cause_pages.remove_arrow, name="remove_arrow"),
]
