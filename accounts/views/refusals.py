"""Refusals of the services on a form: beside the field they belong to, with everything that was typed kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from core.errors import DomainError, InvalidInput, PermissionRefused


@contextmanager
def shown_on(form: forms.Form) -> Iterator[None]:
    """Within this block a DomainError becomes an error of the form (ask `form.is_valid()` again after it).

    What is not the typed values' fault (no permission) goes on to the error page.
    """
    try:
        yield
    except PermissionRefused:
        raise
    except DomainError as error:
        if isinstance(error, InvalidInput) and error.errors:
            for field, texts in error.errors.items():
                for text in texts:
                    form.add_error(field if field in form.fields else None, str(text))
            return
        form.add_error(error.field if error.field in form.fields else None, error.message)
