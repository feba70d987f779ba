"""Serializer fields refuse what the form fields refuse, and every JSON type they were not meant for."""

import datetime as dt
from decimal import Decimal

import pytest
from rest_framework import serializers

from core.fields import drf


class WorkshopSerializer(serializers.Serializer):
    name = drf.PersianCharField(max_length=20)
    owner = drf.NationalCodeField(required=False, allow_null=True)
    phone = drf.MobileField(required=False, allow_blank=True)
    price = drf.RialField(required=False)
    area = drf.PersianDecimalField(required=False, decimal_places=1, max_value=1000)
    opened_on = drf.JalaliDateField(required=False, latest=dt.date(2026, 11, 23))


def errors_of(**data: object) -> dict[str, list[str]]:
    serializer = WorkshopSerializer(data={"name": "الف", **data})
    assert not serializer.is_valid()
    return {name: [error.code for error in errors] for name, errors in serializer.errors.items()}


def test_values_are_read_in_every_spelling() -> None:
    serializer = WorkshopSerializer(
        data={
            "name": "كارگاه",
            "owner": "۰۴۹۹۳۷۰۸۹۹",
            "phone": "+989123456789",
            "price": "۱٬۲۳۴",
            "area": 12.5,
            "opened_on": "1405-09-02",
        }
    )
    assert serializer.is_valid(), serializer.errors
    assert serializer.validated_data == {
        "name": "کارگاه",
        "owner": "0499370899",
        "phone": "09123456789",
        "price": 1234,
        "area": Decimal("12.5"),
        "opened_on": dt.date(2026, 11, 23),
    }


def test_values_are_given_in_machine_form() -> None:
    row = {
        "name": "کارگاه",
        "owner": None,
        "phone": "",
        "price": 1234,
        "area": Decimal("12.50"),
        "opened_on": dt.date(2026, 11, 23),
    }
    assert WorkshopSerializer(row).data == {
        "name": "کارگاه",
        "owner": None,
        "phone": "",
        "price": 1234,
        "area": "12.50",
        "opened_on": "1405-09-02",
    }


@pytest.mark.parametrize("value", [True, [], {}, ["0499370899"], 499370899, 1.5])
def test_other_json_types_are_not_texts(value: object) -> None:
    assert errors_of(owner=value) == {"owner": ["format"]}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "", "empty"),
        ("name", "\u200c", "empty"),
        ("name", "ا\x00ب", "control_character"),
        ("name", "ا" * 21, "too_long"),
        ("owner", "1111111111", "repeated"),
        ("phone", "0912", "format"),
        ("price", True, "format"),
        ("price", 1.5, "format"),
        ("price", 1e300, "format"),
        ("price", float("nan"), "format"),
        ("price", -1, "below_minimum"),
        ("price", 10**18, "too_many_digits"),
        ("area", "1.25", "too_many_places"),
        ("area", "1001", "above_maximum"),
        ("opened_on", "1404-12-30", "day"),
        ("opened_on", "2026-11-23", "gregorian_year"),
        ("opened_on", "1405-09-03", "too_late"),
    ],
)
def test_wrong_values_are_refused_with_their_reason(field: str, value: object, code: str) -> None:
    assert errors_of(**{field: value}) == {field: [code]}


def test_null_and_blank_are_allowed_only_where_they_are_said_to_be() -> None:
    serializer = WorkshopSerializer(data={"name": "الف", "owner": "", "phone": ""})
    assert serializer.is_valid(), serializer.errors
    assert serializer.validated_data["owner"] is None
    assert serializer.validated_data["phone"] == ""
    assert errors_of(name=None) == {"name": ["null"]}


def test_a_model_serializer_reads_our_model_fields(workshop) -> None:
    class Meta:
        model = workshop
        fields = ["name", "owner", "phone", "price"]

    serializer_class = type("ModelSerializer", (drf.PersianModelSerializer,), {"Meta": Meta})
    serializer = serializer_class(data={"name": "كارگاه", "owner": "۰۴۹۹۳۷۰۸۹۹", "phone": "", "price": "۱٬۰۰۰"})
    assert serializer.is_valid(), serializer.errors
    row = serializer.save()
    assert (row.name, row.owner, row.phone, row.price) == ("کارگاه", "0499370899", "", 1000)
    again = serializer_class(data={"name": "ب", "owner": "٠٤٩٩٣٧٠٨٩٩"})
    assert not again.is_valid()
    assert again.errors["owner"][0].code == "unique"
