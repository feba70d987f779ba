"""Model fields that keep one spelling in the database, however the value came in."""

from collections.abc import Callable
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import lookups
from django.forms import NumberInput

from core.fields import forms as form_fields
from core.fields.reasons import explain
from core.persian import identifiers
from core.persian.errors import NumberError, PersianValueError
from core.persian.money import MOST_RIALS, parse_rials
from core.persian.text import normalise


class PersianCharField(models.CharField):
    """One line of text, normalised when it is cleaned, saved and looked up."""

    multiline = False

    def to_python(self, value: Any) -> Any:
        return normalise(value, multiline=self.multiline) if isinstance(value, str) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return normalise(prepared, multiline=self.multiline) if isinstance(prepared, str) else prepared

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # The object in memory is to hold what the row holds: keys and receipts are made from it.
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = normalise(value, multiline=self.multiline)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": form_fields.PersianCharField, **kwargs})


class PersianTextField(models.TextField):
    """Text of several lines, normalised when it is cleaned and saved; `max_length` (default 4000) holds in forms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4000)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        return normalise(value, multiline=True) if isinstance(value, str) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return normalise(prepared, multiline=True) if isinstance(prepared, str) else prepared

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": form_fields.PersianTextField, **kwargs})


class IdentifierField(models.CharField):
    """Base of the identity numbers: canonical ASCII in the column, checked by the column itself.

    A value that is saved must be right (ValueError otherwise, whichever way it came); a value that is looked up may
    be anything, it is only spelled canonically.
    """

    kind = ""
    length = 0
    column_pattern = ""
    parse: Callable[[str], str]
    form_class: type[form_fields.IdentifierField]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = self.length
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length", None)
        return name, path, args, kwargs

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        column = self.db_type_parameters(connection)["column"]
        # Empty is always allowed here: a migration that changes `blank` would not change the check.
        return f"{column} ~ '{self.column_pattern}' OR {column} = ''"

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        if not value:
            return value
        try:
            return type(self).parse(value)
        except PersianValueError as error:
            raise explain(error, self.kind) from error

    def get_prep_value(self, value: Any) -> Any:
        # Not CharField's: that one asks to_python, which refuses what is merely looked up.
        prepared = models.Field.get_prep_value(self, value)
        if prepared is None:
            return None
        prepared = str(prepared)
        try:
            return type(self).parse(prepared)
        except PersianValueError:
            return identifiers.spell(prepared)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if isinstance(value, str) and value:
            value = type(self).parse(value)
        return super().get_db_prep_save(value, connection)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str) and value:
            value = type(self).parse(value)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("max_length", None)
        # CharField would hand its max_length to the browser, which cuts a pasted number silently.
        empty = {"empty_value": None} if self.null else {}
        return models.Field.formfield(self, **{"form_class": self.form_class, **empty, **kwargs})


class NationalCodeField(IdentifierField):
    """National code of a natural person (کد ملی), ten digits."""

    kind, length, column_pattern = "national_code", 10, "^[0-9]{10}$"
    parse = staticmethod(identifiers.parse_national_code)
    form_class = form_fields.NationalCodeField


class LegalNationalIdField(IdentifierField):
    """National ID of a legal entity (شناسه ملی), eleven digits."""

    kind, length, column_pattern = "legal_national_id", 11, "^[0-9]{11}$"
    parse = staticmethod(identifiers.parse_legal_national_id)
    form_class = form_fields.LegalNationalIdField


class MobileField(IdentifierField):
    """Mobile number, ``09xxxxxxxxx``."""

    kind, length, column_pattern = "mobile", 11, "^09[0-9]{9}$"
    parse = staticmethod(identifiers.parse_mobile)
    form_class = form_fields.MobileField


class PostalCodeField(IdentifierField):
    """Postal code, ten digits."""

    kind, length, column_pattern = "postal_code", 10, "^[0-9]{10}$"
    parse = staticmethod(identifiers.parse_postal_code)
    form_class = form_fields.PostalCodeField


class ShebaField(IdentifierField):
    """Account number (شبا), IR and 24 digits."""

    kind, length, column_pattern = "sheba", 26, "^IR[0-9]{24}$"
    parse = staticmethod(identifiers.parse_sheba)
    form_class = form_fields.ShebaField


class RialField(models.PositiveBigIntegerField):
    """A whole, non-negative number of rials; the column has the check, 10¹⁸ − 1 is the most."""

    default_validators = [MaxValueValidator(MOST_RIALS)]

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        try:
            return parse_rials(value)
        except NumberError as error:
            raise explain(error, "number") from error

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(parse_rials(value) if isinstance(value, str) else value)

    def formfield(self, **kwargs: Any) -> Any:
        widget = kwargs.get("widget")
        if isinstance(widget, NumberInput) or (isinstance(widget, type) and issubclass(widget, NumberInput)):
            del kwargs["widget"]  # the stock admin's type=number drops Persian digits
        return models.Field.formfield(self, **{"form_class": form_fields.RialField, **kwargs})


def _spelled(lookup: type[lookups.Lookup], spell: Callable[[str], str]) -> type[lookups.Lookup]:
    """Return `lookup` with the searched text spelled like the column; Django prepares it for exact lookups only."""

    def get_prep_lookup(self: Any) -> Any:
        return spell(self.rhs) if isinstance(self.rhs, str) else lookup.get_prep_lookup(self)

    return type(lookup.__name__, (lookup,), {"get_prep_lookup": get_prep_lookup})


for _lookup in (lookups.Contains, lookups.IContains, lookups.StartsWith, lookups.IStartsWith, lookups.IExact):
    IdentifierField.register_lookup(_spelled(_lookup, identifiers.spell))
    PersianCharField.register_lookup(_spelled(_lookup, normalise))
    PersianTextField.register_lookup(_spelled(_lookup, normalise))
