"""The error summary of a form: what is wrong, and which field to go to."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField


@dataclass(frozen=True)
class ErrorLink:
    """One line of the summary. `href` is "" when the error belongs to no visible field."""

    text: str
    href: str


def error_links(form: BaseForm) -> list[ErrorLink]:
    """Errors of a bound form in the order of its fields, each after its label; those of the whole form first."""
    if not form.is_bound:
        return []
    links = [ErrorLink(str(text), "") for text in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else f"#{_first_control(bound)}"
        label = str(bound.label).rstrip(" .:?؟")
        links += [ErrorLink(f"{label}: {text}", target) for text in bound.errors]
    return links


def _first_control(bound: BoundField) -> str:
    """The id of the control to focus: of a group of choices or of a date in three parts, the first one."""
    own_id = bound.auto_id
    if not bound.use_fieldset:
        return bound.id_for_label or own_id
    first = next(iter(bound.subwidgets), None)
    parts = first.data.get("subwidgets") if first else None
    if parts:
        return parts[0]["attrs"].get("id") or own_id
    return (first.id_for_label if first else "") or own_id
