"""The admin shows and reads Jalali, and takes Persian digits."""

import datetime as dt

import pytest
from django.contrib import admin
from django.contrib.admin import helpers
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.templatetags.admin_list import result_headers, results
from django.test import RequestFactory

from core.fields.admin import JalaliAdminMixin


class Everyone:
    """A member of staff who may see and change everything, or only see."""

    is_active = is_staff = True
    pk = 1

    def __init__(self, *, may_change: bool = True) -> None:
        self.may_change = may_change

    def has_perm(self, permission: str, obj: object = None) -> bool:
        return self.may_change or ".view_" in permission


@pytest.fixture
def model_admin(workshop):
    class WorkshopAdmin(JalaliAdminMixin, admin.ModelAdmin):
        list_display = ["name", "opened_on", "seen_at"]
        list_display_links = None
        fields = ["name", "owner", "price", "area", "units", "opened_on", "seen_at"]
        readonly_fields = ["seen_at"]

    return WorkshopAdmin(workshop, AdminSite())


@pytest.fixture
def row(workshop):
    return workshop.objects.create(
        name="الف",
        price=1500,
        opened_on=dt.date(2026, 11, 23),
        seen_at=dt.datetime(2026, 11, 23, 11, 2, tzinfo=dt.UTC),
    )


@pytest.fixture
def request_of():
    def build(*, may_change: bool = True):
        request = RequestFactory().get("/")
        request.user = Everyone(may_change=may_change)
        return request

    return build


def test_lists_show_jalali_dates_and_can_be_sorted_by_them(model_admin, row, request_of) -> None:
    changelist = model_admin.get_changelist_instance(request_of())
    changelist.formset = None
    cells = "".join(next(iter(results(changelist))))
    assert "۱۴۰۵/۰۹/۰۲" in cells
    assert "۱۴۰۵/۰۹/۰۲ ۱۴:۳۲" in cells
    headers = list(result_headers(changelist))
    assert [header["sortable"] for header in headers[-2:]] == [True, True]
    assert str(headers[-1]["text"]).lower() == "seen at"


def test_forms_show_and_read_jalali_and_persian_digits(model_admin, row, request_of) -> None:
    form_class = model_admin.get_form(request_of(), row)
    html = form_class(instance=row).as_p()
    assert 'value="۱۴۰۵/۰۹/۰۲"' in html
    assert 'value="۱٬۵۰۰"' in html
    assert 'type="number"' not in html
    form = form_class(
        {"name": "ب", "opened_on": "۱۴۰۵/۰۹/۳۰", "price": "۲٬۰۰۰", "area": "۱۲٫۵", "units": "۷", "owner": ""},
        instance=row,
    )
    assert form.is_valid(), form.errors
    saved = form.save()
    saved.refresh_from_db()
    assert (saved.opened_on, saved.price, str(saved.area), saved.units) == (dt.date(2026, 12, 21), 2000, "12.50", 7)
    assert saved.owner is None


def test_a_moment_typed_in_a_form_is_of_tehran(workshop, row, request_of) -> None:
    open_admin = type("OpenAdmin", (JalaliAdminMixin, admin.ModelAdmin), {"fields": ["seen_at"]})(workshop, AdminSite())
    form = open_admin.get_form(request_of(), row)({"seen_at": "۱۴۰۵/۰۹/۰۳ ۰۰:۰۰"}, instance=row)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["seen_at"] == dt.datetime(2026, 11, 23, 20, 30, tzinfo=dt.UTC)


def test_a_day_that_does_not_exist_is_refused_in_the_admin(model_admin, row, request_of) -> None:
    form = model_admin.get_form(request_of(), row)({"name": "ب", "opened_on": "1404/12/30"}, instance=row)
    assert [error.code for error in form.errors.as_data()["opened_on"]] == ["day"]


def test_readonly_values_are_jalali(model_admin, row, request_of) -> None:
    assert _shown(model_admin, row, request_of())["jalali_seen_at"] == "۱۴۰۵/۰۹/۰۲ ۱۴:۳۲"


def test_who_may_only_look_sees_every_date_in_jalali(model_admin, row, request_of) -> None:
    shown = _shown(model_admin, row, request_of(may_change=False))
    assert shown["jalali_opened_on"] == "۱۴۰۵/۰۹/۰۲"
    assert shown["jalali_seen_at"] == "۱۴۰۵/۰۹/۰۲ ۱۴:۳۲"


def test_an_english_page_shows_latin_digits_and_still_jalali_dates(model_admin, row, request_of, english) -> None:
    assert _shown(model_admin, row, request_of())["jalali_seen_at"] == "1405/09/02 14:32"


def _shown(model_admin, row, request) -> dict[str, str]:
    fieldsets = model_admin.get_fieldsets(request, row)
    if model_admin.has_change_permission(request, row):
        readonly = model_admin.get_readonly_fields(request, row)
    else:
        readonly = admin.utils.flatten_fieldsets(fieldsets)
    form = model_admin.get_form(request, row, change=True)(instance=row)
    page = helpers.AdminForm(form, list(fieldsets), {}, readonly, model_admin=model_admin)
    return {
        field.field["name"]: str(field.contents())
        for fieldset in page
        for line in fieldset
        for field in line
        if isinstance(field, helpers.AdminReadonlyField)
    }
