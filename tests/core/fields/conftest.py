"""A table of its own, with every field of core.fields, made for each test in the real database."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps
from django.utils import translation

from core.fields import models as persian
from core.fields.keys import SearchKeyField, SortKeyField


def _make_workshop() -> type[models.Model]:
    class Workshop(models.Model):
        name = persian.PersianCharField(max_length=60)
        note = persian.PersianTextField(blank=True)
        owner = persian.NationalCodeField(null=True, blank=True, unique=True)
        company = persian.LegalNationalIdField(blank=True)
        phone = persian.MobileField(blank=True)
        postal_code = persian.PostalCodeField(blank=True)
        account = persian.ShebaField(blank=True)
        price = persian.RialField(null=True, blank=True)
        area = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
        units = models.IntegerField(null=True, blank=True)
        opened_on = models.DateField(null=True, blank=True)
        seen_at = models.DateTimeField(null=True, blank=True)
        search_key = SearchKeyField(sources=["name", "note"])
        sort_key = SortKeyField(sources=["name"])

        class Meta:
            app_label = "core"

    return Workshop


@pytest.fixture(scope="session")
def workshop_class() -> Iterator[Any]:
    """The model class, outside the app registry of the portal."""
    with isolate_apps("core"):
        yield _make_workshop()


@pytest.fixture
def workshop(workshop_class: Any, db: None) -> Any:
    """The model with its table, which goes with the test's transaction."""
    with connection.schema_editor() as editor:
        editor.create_model(workshop_class)
    return workshop_class


@pytest.fixture
def english() -> Iterator[None]:
    """The page is in English."""
    with translation.override("en"):
        yield
