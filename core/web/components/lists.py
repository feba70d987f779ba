"""Lists: tasks, answers, facts, figures, events, stages, sections."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.web.components.render import address, piece
from core.web.tones import tone_of

register = template.Library()


@register.simple_block_tag
def task_list(content: str, title: str = "") -> SafeString:
    """Tasks under a title; between the tags stand the tasks."""
    return piece("task_list", content=content, title=title)


@register.simple_tag
def task(label: str, target: str = "", status: str = "todo", status_label: str = "", hint: str = "") -> SafeString:
    """One task. status: todo, in_progress, done, error, optional, blocked; without a target it is not a link."""
    tone = tone_of(status)
    href = address(target) if target and status != "blocked" else ""
    words = {
        "todo": _("Not started"),
        "in_progress": _("In progress"),
        "done": _("Done"),
        "error": _("Needs correction"),
        "optional": _("Optional"),
        "blocked": _("Not possible yet"),
    }
    label_of_status = status_label or words.get(status, status)
    return piece("task", label=label, href=href, status=status, status_label=label_of_status, hint=hint, tone=tone)


@register.simple_block_tag
def summary_list(content: str, title: str = "", change: str = "") -> SafeString:
    """Check-your-answers: `change` is the address where the whole section is edited."""
    return piece("summary_list", content=content, title=title, change=change)


@register.simple_block_tag
def summary_row(content: str, label: str = "", change: str = "") -> SafeString:
    """One answer of a summary list: between the tags what was said, `change` the address where it is edited."""
    return piece("summary_row", content=SafeString(content.strip()), label=label, change=change)


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """A definition list of facts, each with its date and source."""
    return piece("facts", content=content)


@register.simple_block_tag
def fact(content: str, label: str = "", when: str = "", source: str = "", href: str = "") -> SafeString:
    """One fact: `when` it was true and the `source` that says so, with its address `href`."""
    return piece("fact", content=SafeString(content.strip()), label=label, when=when, source=source, href=href)


@register.simple_block_tag
def stats(content: str, title: str = "") -> SafeString:
    """Figures side by side; between the tags stand the figures."""
    return piece("stats", content=content, title=title)


@register.simple_tag
def stat(value: object, label: str, target: str, note: str = "") -> SafeString:
    """A figure; `target` is the list that makes it, so that nobody has to believe it."""
    return piece("stat", value=value, label=label, href=address(target), note=note)


@register.simple_block_tag
def timeline(content: str, title: str = "") -> SafeString:
    """What happened; between the tags stand the events."""
    return piece("timeline", content=content, title=title)


@register.simple_block_tag
def event(content: str, title: str = "", when: str = "", by: str = "", tone: str = "neutral") -> SafeString:
    """One event of a timeline; between the tags may stand a sentence of explanation."""
    return piece("event", content=SafeString(content.strip()), title=title, when=when, by=by, tone=tone)


@register.simple_block_tag
def stepper(content: str, label: str = "") -> SafeString:
    """The life cycle of a call as a row of steps."""
    return piece("stepper", content=content, label=label or _("Stages"))


@register.simple_tag
def step(label: str, state: str = "next", when: str = "") -> SafeString:
    """One stage. state: done, current, next."""
    return piece("step", label=label, state=state, when=when)


@register.simple_block_tag
def tabs(content: str, label: str = "") -> SafeString:
    """Sections of a page as links; between the tags stand the tabs."""
    return piece("tabs", content=content, label=label or _("Sections"))


@register.simple_tag
def tab(label: str, target: str, current: bool = False, count: object = "") -> SafeString:
    """A section as a link (each has its own address, so it works without scripts and can be sent to somebody)."""
    return piece("tab", label=label, href=address(target), current=current, count=count)
