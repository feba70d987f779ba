"""The template filters, in both languages."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

NOW = dt.datetime(2026, 11, 23, 11, 2, tzinfo=dt.UTC)


def render(expression: str, **context: object) -> str:
    return Template("{% load persian %}{{ " + expression + " }}").render(Context(context))


@pytest.mark.parametrize(
    ("expression", "value", "persian", "english"),
    [
        ("v|fa_digits", "ZN-1405", "ZN-۱۴۰۵", "ZN-1405"),
        ("v|fa_digits", 1405, "۱۴۰۵", "1405"),
        ("v|fa_number", 1234567, "۱٬۲۳۴٬۵۶۷", "1,234,567"),
        ("v|fa_number", Decimal("23.50"), "۲۳٫۵۰", "23.50"),
        ("v|fa_number:1", Decimal("23.56"), "۲۳٫۶", "23.6"),
        ("v|fa_number:0", 2.0, "۲", "2"),
        ("v|fa_number:1|percent_sign", Decimal("23.56"), "۲۳٫۶٪", "23.6%"),
        ("v|jalali", NOW, "۱۴۰۵/۰۹/۰۲", "1405/09/02"),
        ("v|jalali:'long'", dt.date(2026, 11, 23), "۲ آذر ۱۴۰۵", "2 Azar 1405"),
        ("v|jalali:'full'", dt.date(2026, 11, 23), "دوشنبه ۲ آذر ۱۴۰۵", "Monday 2 Azar 1405"),
        ("v|jalali_datetime", NOW, "۱۴۰۵/۰۹/۰۲ ۱۴:۳۲", "1405/09/02 14:32"),
        ("v|jalali_datetime:'long'", NOW, "۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲", "2 Azar 1405, 14:32"),
        ("v|rials", 1234567, "۱٬۲۳۴٬۵۶۷ ریال", "1,234,567 rials"),
        ("v|tomans", 1234567, "۱۲۳٬۴۵۶٫۷ تومان", "123,456.7 tomans"),
        ("v|rials_in_words", 2_000_000, "دو میلیون ریال", "two million rials"),
        ("v|national_code_masked", "0499370899", "******0899", "******0899"),
        ("v|mobile_masked", "09123456789", "0912***6789", "0912***6789"),
    ],
)
def test_values_are_written_in_the_language_of_the_page(
    expression: str, value: object, persian: str, english: str
) -> None:
    with translation.override("fa"):
        assert render(expression, v=value) == persian
    with translation.override("en"):
        assert render(expression, v=value) == english


@pytest.mark.parametrize(
    "name",
    [
        "fa_digits",
        "fa_number",
        "percent_sign",
        "jalali",
        "jalali_datetime",
        "rials",
        "tomans",
        "rials_in_words",
        "ltr",
        "national_code_masked",
        "mobile_masked",
    ],
)
@pytest.mark.parametrize("missing", [None, ""])
def test_a_missing_fact_prints_as_nothing(name: str, missing: object) -> None:
    assert render(f"v|{name}", v=missing) == ""


def test_codes_are_isolated_and_escaped() -> None:
    assert render("v|ltr", v="ZN-1405") == '<bdi dir="ltr">ZN-1405</bdi>'
    assert render("v|fa_digits|ltr", v="<b>1</b>&") == '<bdi dir="ltr">&lt;b&gt;۱&lt;/b&gt;&amp;</bdi>'
    assert render("v|fa_digits", v="<script>") == "&lt;script&gt;"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (dt.timedelta(seconds=59), "just now"),
        (dt.timedelta(minutes=1), "1 minute ago"),
        (dt.timedelta(minutes=59), "59 minutes ago"),
        (dt.timedelta(hours=1), "1 hour ago"),
        (dt.timedelta(hours=23), "23 hours ago"),
        (dt.timedelta(days=1), "1 day ago"),
        (dt.timedelta(days=29), "29 days ago"),
        (dt.timedelta(days=30), "2 Aban 1405"),
        (dt.timedelta(days=-1), "3 Azar 1405"),
    ],
)
def test_a_moment_is_told_by_its_distance_from_the_moment_passed_in(before: dt.timedelta, text: str) -> None:
    with translation.override("en"):
        assert render("v|jalali_ago:now", v=NOW - before, now=NOW) == text
        assert render("v|jalali_ago:now", v=None, now=NOW) == ""


def test_distances_use_the_digits_of_the_page() -> None:
    with translation.override("fa"):
        assert "۵" in render("v|jalali_ago:now", v=NOW - dt.timedelta(days=5), now=NOW)
