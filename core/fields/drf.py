"""Serializer fields: the same reading and the same refusals as the form fields, because they ask those."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, TextField
from rest_framework import serializers

from core.fields import dates as date_fields
from core.fields import forms as form_fields
from core.fields import models as model_fields
from core.fields.reasons import refusal
from core.persian.calendar import JalaliDate


class _FormBackedField(serializers.Field):
    """Reads with a form field. JSON numbers are accepted where `numbers` says so; booleans and lists never are."""

    form_field_class: type[forms.Field]
    numbers = False

    def __init__(self, *, allow_blank: bool = False, **kwargs: Any) -> None:
        options = ("max_length", "min_value", "max_value", "decimal_places", "max_digits", "earliest", "latest")
        limits = {name: kwargs.pop(name) for name in options if name in kwargs}
        self.allow_blank = allow_blank
        self.form_field = self.form_field_class(required=False, **limits)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        accepted = (str, int, float) if self.numbers else (str,)
        if isinstance(data, bool) or not isinstance(data, accepted):
            raise self._told(refusal("text", "format"))
        try:
            value = self.form_field.clean(data if isinstance(data, str) else repr(data))
        except ValidationError as error:
            raise self._told(error) from error
        if value in self.form_field.empty_values:
            return self._blank()
        return value

    def to_representation(self, value: Any) -> Any:
        return value

    def _blank(self) -> Any:
        if self.allow_blank:
            return ""
        if self.allow_null:
            return None
        raise self._told(refusal("text", "empty"))

    @staticmethod
    def _told(error: ValidationError) -> serializers.ValidationError:
        code = getattr(error, "code", None) or "invalid"
        return serializers.ValidationError(error.messages, code=code)


class PersianCharField(_FormBackedField):
    """One line of text, normalised."""

    form_field_class: type[forms.Field] = form_fields.PersianCharField


class PersianTextField(_FormBackedField):
    """Text of several lines, normalised."""

    form_field_class = form_fields.PersianTextField


class NationalCodeField(_FormBackedField):
    """National code of a natural person."""

    form_field_class = form_fields.NationalCodeField


class LegalNationalIdField(_FormBackedField):
    """National ID of a legal entity."""

    form_field_class = form_fields.LegalNationalIdField


class MobileField(_FormBackedField):
    """Mobile number, ``09xxxxxxxxx``."""

    form_field_class = form_fields.MobileField


class PostalCodeField(_FormBackedField):
    """Postal code, ten digits."""

    form_field_class = form_fields.PostalCodeField


class ShebaField(_FormBackedField):
    """Account number, IR and 24 digits."""

    form_field_class = form_fields.ShebaField


class PersianIntegerField(_FormBackedField):
    """A whole number, as a JSON number or as text in any digits."""

    form_field_class = form_fields.PersianIntegerField
    numbers = True


class PersianDecimalField(_FormBackedField):
    """A decimal number; given as text, so that no place is lost on the way."""

    form_field_class = form_fields.PersianDecimalField
    numbers = True

    def to_representation(self, value: Any) -> str:
        return f"{value:f}"


class RialField(_FormBackedField):
    """An amount in rials, a whole number."""

    form_field_class = form_fields.RialField
    numbers = True


class JalaliDateField(_FormBackedField):
    """A Jalali date as ``1405-09-02``; gives an ordinary date."""

    form_field_class = date_fields.JalaliDateTextField

    def to_representation(self, value: Any) -> str:
        return JalaliDate.from_date(value).isoformat()


class PersianModelSerializer(serializers.ModelSerializer):
    """ModelSerializer that reads our model fields with the serializer fields above."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        model_fields.PersianCharField: PersianCharField,
        model_fields.PersianTextField: PersianTextField,
        model_fields.NationalCodeField: NationalCodeField,
        model_fields.LegalNationalIdField: LegalNationalIdField,
        model_fields.MobileField: MobileField,
        model_fields.PostalCodeField: PostalCodeField,
        model_fields.ShebaField: ShebaField,
        model_fields.RialField: RialField,
    }

    def build_standard_field(self, field_name: str, model_field: Any) -> Any:
        field_class, options = super().build_standard_field(field_name, model_field)
        # REST framework keeps this option for its own CharField only.
        if issubclass(field_class, _FormBackedField) and isinstance(model_field, CharField | TextField):
            options["allow_blank"] = model_field.blank
        return field_class, options
