"""The fields in front of every entry, fed as browsers and hostile clients feed them."""

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from core.fields import forms as fields
from core.fields.dates import JalaliDateTextField
from core.fields.widgets import JalaliDateInput, JalaliDateWidget
from core.persian.calendar import TEHRAN, JalaliDate

ALL_FIELDS = [
    fields.PersianCharField,
    fields.PersianTextField,
    fields.NationalCodeField,
    fields.LegalNationalIdField,
    fields.MobileField,
    fields.PostalCodeField,
    fields.ShebaField,
    fields.TrackingCodeField,
    fields.PersianIntegerField,
    fields.PersianDecimalField,
    fields.RialField,
    fields.JalaliDateTimeField,
    JalaliDateTextField,
]


def code_of(field: forms.Field, value: object) -> str:
    with pytest.raises(ValidationError) as refusal:
        field.clean(value)
    assert refusal.value.messages[0]
    return refusal.value.error_list[0].code


class DateForm(forms.Form):
    day = fields.JalaliDateField(label="روز")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (fields.PersianCharField(), " علي\u00a0 رضا ", "علی رضا"),
        (fields.PersianTextField(), "یک\r\nدو", "یک\nدو"),
        (fields.NationalCodeField(), "۰۴۹۹۳۷۰۸۹۹", "0499370899"),
        (fields.LegalNationalIdField(), "١٠٣٨٠٢٨٤٧٩٠", "10380284790"),
        (fields.MobileField(), "+98 912 345 6789", "09123456789"),
        (fields.PostalCodeField(), "۴۵۱۳۷-۵۱۱۱۱", "4513751111"),
        (fields.ShebaField(), "820540102680020817909002", "IR820540102680020817909002"),
        (fields.PersianIntegerField(), "۱٬۲۳۴", 1234),
        (fields.PersianIntegerField(), 1234, 1234),
        (fields.PersianDecimalField(), "۱۲٫۵", Decimal("12.5")),
        (fields.PersianDecimalField(), Decimal("12.50"), Decimal("12.50")),
        (fields.RialField(), "۲٬۰۰۰٬۰۰۰ ریال", 2_000_000),
        (fields.RialField(), "0", 0),
        (fields.JalaliDateTimeField(), "۱۴۰۵/۰۹/۰۲ ۱۴:۳۰", dt.datetime(2026, 11, 23, 14, 30, tzinfo=TEHRAN)),
        (JalaliDateTextField(), "۲ آذر ۱۴۰۵", dt.date(2026, 11, 23)),
    ],
)
def test_what_was_typed_becomes_the_value(field: forms.Field, typed: object, value: object) -> None:
    assert field.clean(typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (fields.PersianCharField(max_length=5), "ششش‌شش شش", "too_long"),
        (fields.PersianCharField(), "\u200c \u00a0\u202e", "required"),
        (fields.NationalCodeField(), "1111111111", "repeated"),
        (fields.NationalCodeField(), "049937089", "length"),
        (fields.NationalCodeField(), "0499370890", "check_digit"),
        (fields.MobileField(), "02433440000", "format"),
        (fields.ShebaField(), "6219861034529007", "bank_card"),
        (fields.PersianIntegerField(), "1_000", "format"),
        (fields.PersianIntegerField(), "1e5", "format"),
        (fields.PersianIntegerField(), "NaN", "format"),
        (fields.PersianIntegerField(min_value=5), "۴", "below_minimum"),
        (fields.PersianIntegerField(max_value=5), "۶", "above_maximum"),
        (fields.PersianDecimalField(decimal_places=1), "1.25", "too_many_places"),
        (fields.PersianDecimalField(max_digits=4, decimal_places=2), "100", "too_many_digits"),
        (fields.RialField(), "۱۰۰ تومان", "unit"),
        (fields.RialField(), "-1", "below_minimum"),
        (fields.RialField(max_value=10), "11", "above_maximum"),
        (fields.JalaliDateTimeField(), "1405/09/02", "time"),
        (fields.JalaliDateTimeField(), "1405/09/02 24:00", "time"),
        (JalaliDateTextField(), "2026-11-23", "gregorian_year"),
        (JalaliDateTextField(), "1404/12/30", "day"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(field: forms.Field, typed: str, code: str) -> None:
    assert code_of(field, typed) == code


@pytest.mark.parametrize("field_class", ALL_FIELDS)
def test_nul_and_over_long_input_are_refused_before_anything_is_changed(field_class: type[forms.Field]) -> None:
    assert code_of(field_class(), "0499\x00370899") == "control_character"
    assert code_of(field_class(), "۹" * 100_000) == "too_long"


@pytest.mark.parametrize("field_class", ALL_FIELDS)
def test_blank_input_is_missing_where_it_is_required_and_empty_elsewhere(field_class: type[forms.Field]) -> None:
    for blank in ("", "   ", "\u200e\u00a0", None):
        assert code_of(field_class(), blank) == "required"
        assert field_class(required=False).clean(blank) in ("", None)


@pytest.mark.parametrize("field_class", ALL_FIELDS)
@given(text=st.text(alphabet="۰۱٩09/-:. ,٬،٫IR+\u200c\u202eیکa😀²\u0654", max_size=30))
def test_any_text_is_a_value_or_a_refusal(field_class: type[forms.Field], text: str) -> None:
    field = field_class(required=False)
    try:
        value = field.clean(text)
    except ValidationError as refusal:
        assert refusal.messages[0]
    else:
        assert field.clean(value) == value


@pytest.mark.parametrize("field_class", [*ALL_FIELDS, fields.JalaliDateField])
def test_no_control_is_a_number_box_or_cuts_what_is_pasted(field_class: type[forms.Field]) -> None:
    html = str(type("F", (forms.Form,), {"f": field_class()})()["f"])
    assert 'type="number"' not in html
    assert "maxlength" not in html


def test_the_reason_names_the_numbers_in_the_digits_of_the_page(english: None) -> None:
    with pytest.raises(ValidationError) as refusal:
        fields.NationalCodeField().clean("049937089")
    assert refusal.value.messages == ["The national code has 10 digits; you entered 9."]


def test_a_refusal_never_repeats_what_was_typed() -> None:
    with pytest.raises(ValidationError) as refusal:
        fields.NationalCodeField().clean("0499370890")
    assert "0499370890" not in str(refusal.value.messages)


def test_amounts_are_shown_grouped_and_read_back_unchanged() -> None:
    field = fields.RialField()
    assert field.prepare_value(1234567) == "۱٬۲۳۴٬۵۶۷"
    assert not field.has_changed(1234567, "۱٬۲۳۴٬۵۶۷")
    assert field.has_changed(1234567, "۱٬۲۳۴٬۵۶۸")
    assert field.prepare_value("1e5") == "1e5"


@pytest.mark.parametrize(
    "data",
    [
        {"day_day": "2", "day_month": "9", "day_year": "1405"},
        {"day_day": "۰۲", "day_month": "9", "day_year": "۱۴۰۵"},
        {"day_day": "٢", "day_month": "۹", "day_year": "\u200f١٤٠٥"},
        {"day": "1405-09-02"},
        {"day": "۱۴۰۵/۹/۲"},
        {"day_day": "", "day_month": "", "day_year": "", "day": "1405-09-02"},
    ],
)
def test_a_date_arrives_in_three_parts_or_in_one_text(data: dict[str, str]) -> None:
    form = DateForm(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("", "", ""), "required"),
        (("30", "12", "1404"), "day"),
        (("31", "7", "1405"), "day"),
        (("0", "7", "1405"), "day"),
        (("1", "13", "1405"), "month"),
        (("1", "0", "1405"), "month"),
        (("23", "11", "2026"), "gregorian_year"),
        (("2", "9", "05"), "year"),
        (("2", "9", ""), "incomplete"),
        (("", "", "1405"), "incomplete"),
        (("۲/۳", "9", "1405"), "format"),
        (("²", "9", "1405"), "format"),
        (("2", "9", "1e3"), "format"),
        (("2\x00", "9", "1405"), "control_character"),
        (("9" * 5000, "9", "1405"), "format"),
    ],
)
def test_days_that_do_not_exist_are_refused_and_stay_as_typed(parts: tuple[str, str, str], code: str) -> None:
    form = DateForm(dict(zip(("day_day", "day_month", "day_year"), parts, strict=True)))
    assert [error.code for error in form.errors.as_data()["day"]] == [code]
    html = str(form["day"])
    if parts[0] and "\x00" not in parts[0]:
        assert f'value="{parts[0]}"' in html


def test_an_incomplete_date_names_the_parts_that_are_missing(english: None) -> None:
    form = DateForm({"day_day": "2"})
    assert form.errors["day"] == ["The date is not complete: enter the month and year as well."]


def test_bounds_belong_to_the_range_and_may_be_functions() -> None:
    field = JalaliDateTextField(earliest=dt.date(2026, 11, 23), latest=lambda: dt.date(2026, 11, 24))
    assert field.clean("1405/09/02") == dt.date(2026, 11, 23)
    assert field.clean("1405/09/03") == dt.date(2026, 11, 24)
    assert code_of(field, "1405/09/01") == "too_early"
    assert code_of(field, "1405/09/04") == "too_late"


def test_the_three_part_control_is_labelled_and_shows_the_day_in_the_language_of_the_page() -> None:
    html = str(DateForm(initial={"day": dt.date(2026, 11, 23)})["day"])
    assert 'name="day_day" value="۲"' in html
    assert '<option value="9" selected>آذر</option>' in html
    assert 'name="day_year" value="۱۴۰۵"' in html
    assert html.count("<label for=") == 3
    assert "<script" not in html
    assert "style=" not in html


def test_the_three_part_control_speaks_english_on_an_english_page(english: None) -> None:
    html = str(DateForm(initial={"day": dt.date(2026, 11, 23)})["day"])
    assert '<option value="9" selected>Azar</option>' in html
    assert 'value="1405"' in html


def test_the_group_stands_in_a_fieldset_with_the_label_as_its_legend() -> None:
    html = DateForm().as_div()
    assert "<fieldset" in html
    assert "<legend" in html


def test_a_hidden_date_goes_round_unchanged() -> None:
    form = DateForm(initial={"day": dt.date(2026, 11, 23)})
    assert 'value="1405-09-02"' in form["day"].as_hidden()


def test_the_order_of_an_unreadable_paste_does_not_matter_and_html_is_escaped() -> None:
    html = str(DateForm({"day_day": '"><script>', "day_month": "9", "day_year": "1405"})["day"])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_text_control_shows_the_day_and_keeps_what_cannot_be_read() -> None:
    assert JalaliDateInput().format_value("1405-09-02") == "۱۴۰۵/۰۹/۰۲"
    assert JalaliDateInput().format_value("۳۰ اسفند ۱۴۰۴") == "۳۰ اسفند ۱۴۰۴"


@given(st.dates(min_value=JalaliDate(1300, 1, 1).to_date(), max_value=JalaliDate(1500, 12, 29).to_date()))
def test_a_day_that_is_shown_comes_back_unchanged(day: dt.date) -> None:
    field = fields.JalaliDateField()
    parts = JalaliDateWidget().decompress(field.prepare_value(day))
    assert field.clean(parts) == day
    assert not field.has_changed(day, parts)


def test_the_seconds_of_a_stored_moment_are_not_a_change() -> None:
    moment = dt.datetime(2026, 11, 23, 11, 0, 42, 7, tzinfo=dt.UTC)
    field = fields.JalaliDateTimeField()
    shown = field.widget.format_value(moment)
    assert shown == "۱۴۰۵/۰۹/۰۲ ۱۴:۳۰"
    assert not field.has_changed(moment, shown)


def test_a_missing_date_is_told_from_an_empty_one() -> None:
    widget = JalaliDateWidget()
    assert widget.value_omitted_from_data(QueryDict(""), {}, "day")
    assert not widget.value_omitted_from_data(QueryDict("day_day="), {}, "day")
    assert not widget.value_omitted_from_data(QueryDict("day=1405-09-02"), {}, "day")
