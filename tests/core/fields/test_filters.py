"""A filter that is not understood is an error, never an answer."""

import datetime as dt

import django_filters
import pytest
from django.http import QueryDict

from core.fields import filters


@pytest.fixture
def filterset_class(workshop):
    class WorkshopFilterSet(filters.StrictFilterSet):
        q = filters.TextSearchFilter()
        opened_on = filters.JalaliDateFilter()
        seen_from = filters.JalaliDateFilter(field_name="seen_at", lookup_expr="gte", moments=True)
        seen_on = filters.JalaliDateFilter(field_name="seen_at", moments=True)
        opened = filters.JalaliDateRangeFilter(field_name="opened_on")
        seen = filters.JalaliDateRangeFilter(field_name="seen_at", moments=True)
        area = filters.NumberRangeFilter()
        units = django_filters.MultipleChoiceFilter(choices=[("1", "1"), ("2", "2")])
        sort = filters.StrictOrderingFilter(fields=[("sort_key", "name"), ("area", "area")])

        class Meta:
            model = workshop
            fields: list[str] = []

    return WorkshopFilterSet


@pytest.fixture
def rows(workshop) -> None:
    at = dt.datetime(2026, 11, 22, 20, 30, tzinfo=dt.UTC)  # the first moment of 2 Azar 1405 in Tehran
    workshop.objects.create(name="شهرک‌های زنجان", area="100", units=1, opened_on=dt.date(2026, 11, 23), seen_at=at)
    workshop.objects.create(
        name="كارگاه مس", area="50.5", units=2, opened_on=dt.date(2026, 11, 22), seen_at=at - dt.timedelta(seconds=1)
    )
    workshop.objects.create(name="آهنگری ۱۲", note="زنجان", area="100", units=2)


@pytest.fixture
def found(filterset_class, rows):
    def names(query: str) -> set[str]:
        filterset = filterset_class(QueryDict(query))
        assert filterset.is_valid(), filterset.errors
        return {row.name.split()[0] for row in filterset.qs}

    return names


@pytest.fixture
def refused(filterset_class, rows):
    def codes(query: str) -> dict[str, list[str]]:
        filterset = filterset_class(QueryDict(query))
        assert not filterset.is_valid()
        assert list(filterset.qs) == []
        return {name: [error.code for error in errors] for name, errors in filterset.errors.as_data().items()}

    return codes


@pytest.mark.parametrize("spelling", ["شهرکهای", "شهرک‌های", "شهرک های", "شهرك هاي", "زنجان شهرک", "ﺷﻬﺮﻛﻬﺎي"])
def test_text_is_found_in_every_spelling_and_order_of_words(found, spelling: str) -> None:
    assert found(f"q={spelling}") == {"شهرک‌های"}


@pytest.mark.parametrize("query", ["", "q=", "q=  ", "q=ّ\u202e", "page=2&limit=10&format=json"])
def test_nothing_asked_finds_everything(found, query: str) -> None:
    assert len(found(query)) == 3


@pytest.mark.parametrize("search", ["%25", "_", "zzz", "%5C"])
def test_wildcards_and_signs_alone_find_nothing(found, search: str) -> None:
    assert found(f"q={search}") == set()


def test_numbers_in_a_search_match_in_any_digits(found) -> None:
    assert found("q=آهنگری+12") == {"آهنگری"}


def test_a_range_of_numbers_includes_both_ends(found) -> None:
    assert found("area_min=۵۰٫۵&area_max=۹۹") == {"کارگاه"}
    assert found("area_min=100") == {"شهرک‌های", "آهنگری"}
    assert found("area_min=&area_max=") == {"شهرک‌های", "کارگاه", "آهنگری"}


def test_a_jalali_day_is_found_in_dates_and_in_moments_of_tehran(found) -> None:
    assert found("opened_on=۱۴۰۵/۰۹/۰۲") == {"شهرک‌های"}
    assert found("seen_on=1405-09-02") == {"شهرک‌های"}
    assert found("seen_on=1405-09-01") == {"کارگاه"}
    assert found("seen_from=1405/09/02") == {"شهرک‌های"}
    assert found("opened_from=1405/09/01&opened_to=1405/09/01") == {"کارگاه"}
    assert found("seen_to=1405/09/01") == {"کارگاه"}
    assert found("seen_from=1405/09/01") == {"شهرک‌های", "کارگاه"}


def test_a_choice_of_several_values_may_be_repeated(found) -> None:
    assert found("units=1&units=2") == {"شهرک‌های", "کارگاه", "آهنگری"}


@pytest.mark.parametrize("name", ["owner", "owner__startswith", "id", "status", "Q", "search_key__regex", "q\x00"])
def test_unknown_names_are_refused(refused, name: str) -> None:
    assert refused(f"{name}=1") == {"__all__": ["unknown_parameter"]}


@pytest.mark.parametrize("query", ["q=a&q=b", "page=1&page=2", "area_min=1&area_min=2"])
def test_repeated_names_are_refused(refused, query: str) -> None:
    assert refused(query) == {"__all__": ["repeated_parameter"]}


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("area_min=9&area_max=8", "area", "reversed"),
        ("area_min=1e5", "area", "format"),
        ("area_min=NaN", "area", "format"),
        ("opened_from=1405/09/03&opened_to=1405/09/02", "opened", "reversed"),
        ("opened_on=2026-11-23", "opened_on", "gregorian_year"),
        ("opened_on=1404/12/30", "opened_on", "day"),
        ("sort=owner", "sort", "invalid_choice"),
        ("sort=-search_key", "sort", "invalid_choice"),
        ("units=3", "units", "invalid_choice"),
        ("q=a%00b", "q", "control_character"),
        ("q=" + "ا" * 5000, "q", "too_long"),
    ],
)
def test_values_that_cannot_be_read_are_refused(refused, query: str, field: str, code: str) -> None:
    assert refused(query)[field] == [code]


def test_orders_are_persian_and_whole(filterset_class, rows) -> None:
    ordered = filterset_class(QueryDict("sort=name")).qs
    assert [row.name.split()[0] for row in ordered] == ["آهنگری", "شهرک‌های", "کارگاه"]
    assert ordered.query.order_by == ("sort_key", "pk")
    backwards = filterset_class(QueryDict("sort=-area,name")).qs
    assert [row.name.split()[0] for row in backwards] == ["آهنگری", "شهرک‌های", "کارگاه"]


def test_an_unbound_set_filters_nothing(filterset_class, rows) -> None:
    assert filterset_class().qs.count() == 3


def test_the_range_control_labels_both_boxes(filterset_class) -> None:
    html = str(filterset_class(QueryDict("area_min=۵&opened_from=1405-9-2")).form["area"])
    assert html.count("<label for=") == 2
    assert 'name="area_min" value="۵"' in html
    assert 'type="number"' not in html
