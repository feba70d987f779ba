"""Forms: the error summary and groups of fields. The fields themselves are templates/django/forms/."""

from django import template
from django.forms import BaseForm
from django.utils.safestring import SafeString

from core.web.components.render import piece
from core.web.summary import error_links

register = template.Library()


@register.simple_tag
def error_summary(*forms: BaseForm) -> SafeString:
    """Everything wrong in these forms, each line a link to its field; nothing when all is well."""
    links = [link for form in forms for link in error_links(form)]
    return piece("error_summary", links=links) if links else SafeString("")


@register.simple_block_tag
def field_group(content: str, legend: str = "", hint: str = "") -> SafeString:
    """Fields that belong together under one legend."""
    return piece("field_group", content=content, legend=legend, hint=hint)
