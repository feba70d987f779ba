"""Furniture of a page: header, buttons, banners, navigation within a list."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.web.components.render import address, attributes, piece
from core.web.tones import icon_of, tone_of

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A sign from static/img/icons.svg; hidden from screen readers unless `label` says what it means."""
    hidden = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon" width="16" height="16" {} focusable="false"><use href="{}#{}"></use></svg>',
        hidden,
        static("img/icons.svg"),
        name,
    )


@register.simple_block_tag
def page_header(content: str, title: str = "", lead: str = "", caption: str = "", home: bool = True) -> SafeString:
    """The h1 of a page. Between the tags stand the `{% crumb %}`s that lead to it (the home page comes first)."""
    return piece("page_header", crumbs=SafeString(content.strip()), title=title, lead=lead, caption=caption, home=home)


@register.simple_tag
def crumb(label: str, target: str, *args: Any) -> SafeString:
    """One step of the way to this page: `{% crumb estate.name "estates:detail" estate.slug %}` or a path."""
    return format_html('<li><a href="{}">{}</a></li>', address(target, *args), label)


@register.simple_tag
def button(label: str, kind: str = "primary", sign: str = "", **attrs: str) -> SafeString:
    """A submit button. kind: primary, secondary, quiet, danger. `name`, `value`, `form` … become attributes."""
    return piece("button", label=label, kind=kind, icon=sign, attrs=attributes({"type": "submit", **attrs}))


@register.simple_tag
def link_button(label: str, target: str, kind: str = "secondary", sign: str = "", **attrs: str) -> SafeString:
    """A link that looks like a button, for going on, never for changing anything."""
    return piece("link_button", label=label, href=address(target), kind=kind, icon=sign, attrs=attributes(attrs))


@register.simple_tag
def status_tag(status: object, label: str = "", tone: str = "") -> SafeString:
    """A status as word, sign and colour: `{% status_tag call.status call.get_status_display %}`."""
    tone = tone or tone_of(status)
    return piece("status_tag", label=label or str(status), tone=tone, icon=icon_of(tone))


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> SafeString:
    """A banner with something the reader must know now. tone: info, ok, warn, stop."""
    return piece("notice", content=content, tone=tone, title=title, icon=icon_of(tone))


@register.simple_block_tag
def panel(content: str, title: str = "", code: str = "", code_label: str = "") -> SafeString:
    """The receipt at the end of a task; `code` (a tracking code) is set large and left to right."""
    return piece("panel", content=content, title=title, code=code, code_label=code_label)


@register.simple_block_tag
def empty_state(content: str, title: str = "", sign: str = "inbox") -> SafeString:
    """What a list shows when it holds nothing: the fact, and between the tags what to do next."""
    return piece("empty_state", content=content, title=title, icon=sign)


@register.simple_block_tag
def action_bar(content: str) -> SafeString:
    """The buttons that end a page; they stay in sight at the bottom of a phone's screen."""
    return piece("action_bar", content=content)


@register.simple_tag
def pagination(previous_url: str = "", next_url: str = "", summary: str = "") -> SafeString:
    """Links to the page before and after (addresses, "" where there is none)."""
    return piece("pagination", previous_url=previous_url, next_url=next_url, summary=summary)
