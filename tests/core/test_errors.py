"""Refusals carry a status, a code and a sentence in the reader's language."""

from __future__ import annotations

from django.utils.functional import lazystr
from django.utils.translation import override

from core.errors import Conflict, DomainError, InvalidInput, NotFound, PermissionRefused, WrongState


def test_each_kind_of_refusal_has_its_http_status() -> None:
    kinds = {DomainError: 422, PermissionRefused: 403, NotFound: 404, Conflict: 409, WrongState: 409, InvalidInput: 422}
    assert {kind: kind().status for kind in kinds} == kinds


def test_the_sentence_is_made_when_it_is_read_not_when_it_is_raised() -> None:
    error = PermissionRefused()
    with override("en"):
        assert error.message == "You may not do this."
    with override("fa"):
        assert error.message != "You may not do this."


def test_parameters_are_filled_into_the_sentence() -> None:
    assert DomainError(lazystr("at most %(most)s files"), params={"most": 3}).message == "at most 3 files"


def test_a_refusal_of_one_field_stands_at_that_field() -> None:
    assert InvalidInput("too long", field="title").errors == {"title": ["too long"]}
