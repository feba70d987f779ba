"""What every component shares: its template, the address of a link, attributes from a template's arguments."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString


def piece(name: str, /, **context: Any) -> SafeString:
    """`templates/components/<name>.html` rendered with this context alone."""
    return render_to_string(f"components/{name}.html", context)


def address(target: str, *args: Any) -> str:
    """A path, address or fragment as it is; anything else is the name of a URL pattern."""
    return target if target.startswith(("/", "#", "?", "http")) else reverse(target, args=args)


def attributes(values: dict[str, str]) -> dict[str, str]:
    """`data_name="…"` in a template is the attribute `data-name`; empty ones are left out."""
    return {name.replace("_", "-"): value for name, value in values.items() if value not in ("", None)}
