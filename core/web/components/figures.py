"""Tables, charts, maps, photos, files and the progress of long work."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from core.web.components.render import address, piece
from core.web.tones import icon_of, tone_of

register = template.Library()


@register.simple_block_tag
def data_table(content: str, caption: str = "", hide_caption: bool = False, stack: bool = True) -> SafeString:
    """A table. Between the tags stand `thead` and `tbody`; numbers wear `class="num"`.

    On a phone each row becomes a card: give every `td` the heading of its column as `data-label`. `stack=False` lets
    the table scroll sideways instead (for matrices, where a row says nothing without its neighbours).
    """
    return piece("data_table", content=content, caption=caption, hide_caption=hide_caption, stack=stack)


@register.simple_block_tag
def chart(
    content: str,
    id: str,
    data: dict[str, Any] | None = None,
    title: str = "",
    csv: str = "",
    note: str = "",
    beside: bool = False,
) -> SafeString:
    """A chart, its table (between the tags) and its CSV (an address).

    `data`: {"type": "bar" | "line" | "stacked", "categories": [str], "series": [{"name": str, "values": [number]}],
    "unit": str, "horizontal": bool, "most": the end of the scale, "mark": {"at": a category, "label": str}}; the same numbers
    as the table's, null where there is none. `beside`: the table stays in sight under the drawing instead of being folded.
    """
    return piece("chart", content=content, id=id, data=data, title=title, csv=csv, note=note, beside=beside)


@register.simple_block_tag
def map_block(
    content: str,
    id: str,
    features: dict[str, Any] | None = None,
    data_url: str = "",
    label: str = "",
    crs: str = "geographic",
    fit: str = "",
) -> SafeString:
    """A plan with its list beside it (between the tags), in which every item bears `data-feature="<code>"`.

    `features` is a GeoJSON FeatureCollection whose features have the properties `code`, `label`, `status`,
    `status_label` and, if it leads somewhere, `url`; or `data_url` answers with one. crs: geographic (lon, lat in
    degrees) or plan (metres). Features with `context` (street, green, building, utility, gate, boundary, county) are drawn
    beneath and answer nothing; `fit="plots"` leaves them out when the plan is zoomed. The list is the map's equal:
    everything on the map can be read and done there.
    """
    return piece(
        "map_block", content=content, id=id, features=features, data_url=data_url, label=label, crs=crs, fit=fit
    )


@register.simple_tag
def map_key(status: object, label: str) -> SafeString:
    """The sample of colour and pattern by which a plot of this status is known on the map."""
    return piece("map_key", status=status, label=label)


@register.simple_tag
def photo(src: str, alt: str, width: int = 0, height: int = 0, caption: str = "", credit: str = "") -> SafeString:
    """A photo with its caption; width and height in pixels keep its place while it loads."""
    return piece("photo", src=src, alt=alt, width=width, height=height, caption=caption, credit=credit)


@register.simple_tag
def file_row(name: str, target: str, kind: str = "", size: str = "", note: str = "") -> SafeString:
    """One file to fetch: name, kind ("PDF"), size in words ("240 KB")."""
    return piece("file_row", name=name, href=address(target), kind=kind, size=size, note=note)


@register.simple_tag
def progress(percent: int | None, text: str = "", poll: str = "", state: str = "running") -> SafeString:
    """How far long work has come. `percent` 0–100, or None when nobody knows yet.

    While `poll` (an address that answers with this same piece) is given, htmx asks it every two seconds; without
    scripts there is a link to look again. state: queued, running, done, failed.
    """
    return piece(
        "progress",
        percent=percent,
        text=text,
        poll=poll,
        state=state,
        tone=tone_of(state),
        icon=icon_of(tone_of(state)),
    )
