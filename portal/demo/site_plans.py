"""Draws the illustrative site plans of the demo world. `python -m portal.demo.site_plans` writes them to data/plans/.

The sources give areas and numbers of units, no drawings: these plans show how a plan of that size looks, and say so on every page.
Each is drawn in metres from its south-western corner, turned, and set down near the town it belongs to.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from estates.plans.geometry import Plane, polygon, to_geojson

FOLDER: Final = Path(__file__).parent / "data" / "plans"
FULL: Final = ("ACCESS_ROAD", "DRINKING_WATER", "GAS", "LIGHTING", "POWER", "SEWERAGE")
BASIC: Final = ("ACCESS_ROAD", "DRINKING_WATER", "LIGHTING", "POWER")


@dataclass(slots=True)
class Sheet:
    """One plan: where it lies, how far it is turned (degrees, counter-clockwise), what is drawn so far."""

    lon: float
    lat: float
    turn: float
    features: list[dict[str, Any]] = field(default_factory=list)

    def rectangle(self, x: float, y: float, width: float, depth: float) -> dict[str, Any]:
        """GeoJSON of a rectangle given in metres of the sheet."""
        return self.outline([(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)])

    def outline(self, corners: Sequence[tuple[float, float]]) -> dict[str, Any]:
        """GeoJSON of any outline given in metres of the sheet."""
        plane, angle = Plane(self.lon, self.lat), math.radians(self.turn)
        turned = [
            plane.point(x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
            for x, y in [*corners, corners[0]]
        ]
        return to_geojson(polygon([turned]))

    def layer(self, layer: str, name: str, x: float, y: float, width: float, depth: float) -> None:
        """Draw the boundary, a street, a green, a building."""
        properties = {"layer": layer, "name": name}
        if layer == "boundary":
            del properties["name"]
        self._add(self.rectangle(x, y, width, depth), properties)

    def plot(self, x: float, y: float, width: float, depth: float, **properties: Any) -> None:
        """Draw a plot; its front is the side on the street."""
        facts = {"area_m2": float(width * depth), "front_m": float(width), **properties}
        self._add(self.rectangle(x, y, width, depth), facts)

    def _add(self, geometry: dict[str, Any], properties: dict[str, Any]) -> None:
        self.features.append({"type": "Feature", "properties": properties, "geometry": geometry})


@dataclass(slots=True)
class Numbering:
    """Codes in the order of drawing: prefix and a running number."""

    prefix: str
    last: int = 0

    def next(self) -> tuple[str, str]:
        """Code and plot number."""
        self.last += 1
        return f"{self.prefix}-{self.last:03d}", str(self.last)


def block(
    sheet: Sheet,
    numbering: Numbering,
    name: str,
    *,
    at: tuple[float, float],
    columns: int,
    size: tuple[float, float],
    rows: int = 2,
    without: Iterable[tuple[int, int]] = (),
    **properties: Any,
) -> None:
    """A block of `columns` × `rows` plots back to back; `without` are (column, row) places left for something else.

    Numbers run along the north side and back along the south side, as one walks round the block. The ends are corners.
    """
    width, depth = size
    places = [(column, row) for row in reversed(range(rows)) for column in _walk(columns, row, rows)]
    for column, row in places:
        if (column, row) in set(without):
            continue
        code, number = numbering.next()
        corner = column in (0, columns - 1)
        facts = {"code": code, "number": number, "block": name, **properties}
        if corner:
            facts.setdefault("price_class", "CORNER")
        sheet.plot(at[0] + column * width, at[1] + row * depth, width, depth, **facts)


def _walk(columns: int, row: int, rows: int) -> Iterable[int]:
    return range(columns) if (rows - 1 - row) % 2 == 0 else reversed(range(columns))


def zarifan() -> Sheet:
    """103 craft units on 2.3 ha: 70 for copper and knife, 10 for filigree, 23 for any craft."""
    sheet, numbers = Sheet(lon=48.5370, lat=36.6512, turn=-31), Numbering("Z")
    sheet.layer("boundary", "", 0, 0, 200, 115)
    for name, x, y, width, depth in (
        ("کمربند سبز شمالی", 0, 111, 200, 4), ("کمربند سبز جنوبی", 0, 0, 82, 5), ("کمربند سبز جنوبی", 96, 0, 104, 5),
        ("کمربند سبز غربی", 0, 5, 5, 106), ("باغچه ورودی", 173, 5, 27, 33),
    ):  # fmt: skip
        sheet.layer("green", name, x, y, width, depth)
    for name, x, y, width, depth in (
        ("خیابان جنوبی", 5, 5, 163, 9), ("کوچه نقره", 5, 38, 168, 9), ("کوچه مس", 5, 71, 168, 9),
        ("خیابان شمالی", 5, 104, 168, 7), ("گذر میانی", 82, 14, 14, 90), ("خیابان شرقی", 168, 5, 5, 106),
    ):  # fmt: skip
        sheet.layer("street", name, x, y, width, depth)
    sheet.layer("gate", "ورودی", 82, 0, 14, 5)
    sheet.layer("building", "نمایشگاه و فروشگاه", 177, 44, 19, 40)
    sheet.layer("utility", "چاه و مخزن هوایی آب", 177, 92, 19, 15)
    craft: dict[str, Any] = {"kind": "WORKSHOP", "utilities": list(BASIC)}
    smiths: dict[str, Any] = {**craft, "trades": ["copper_engraving", "coppersmithing", "knife_making"]}
    block(sheet, numbers, "A", at=(10, 80), columns=9, size=(8, 12), **smiths)
    block(sheet, numbers, "B", at=(96, 80), columns=9, size=(8, 12), **smiths)
    block(sheet, numbers, "C", at=(10, 47), columns=9, size=(8, 12), **smiths)
    block(sheet, numbers, "D", at=(96, 47), columns=9, size=(8, 12), without=[(8, 0), (8, 1)], **smiths)
    sheet.layer("utility", "پست برق", 160, 47, 8, 24)
    silver: dict[str, Any] = {**craft, "trades": ["filigree", "traditional_jewellery"]}
    block(sheet, numbers, "E", at=(10, 14), columns=5, size=(7, 12), **silver)
    block(sheet, numbers, "F", at=(50, 14), columns=4, size=(8, 12), **craft)
    sheet.layer("street", "کوچه ملیله", 45, 14, 5, 24)
    block(sheet, numbers, "G", at=(96, 14), columns=9, size=(8, 12), without=[(8, 0), (8, 1), (7, 1)], **craft)
    sheet.layer("building", "خدمات عمومی", 160, 14, 8, 24)
    sheet.layer("building", "نمازخانه", 152, 26, 8, 12)
    return sheet


def nikan() -> Sheet:
    """64 craft units beside the Zanjan–Tabriz toll, the first half of them with ground works, none serviced."""
    sheet, numbers = Sheet(lon=48.4312, lat=36.7085, turn=18), Numbering("N")
    sheet.layer("boundary", "", 0, 0, 190, 150)
    sheet.layer("green", "کمربند سبز", 0, 138, 190, 12)
    sheet.layer("green", "بوستان میانی", 76, 52, 38, 46)
    for name, x, y, width, depth in (
        ("خیابان ورودی", 88, 0, 14, 52), ("خیابان حلقه جنوبی", 8, 40, 80, 10), ("خیابان حلقه جنوبی", 102, 40, 80, 10),
        ("خیابان حلقه شمالی", 8, 100, 174, 10),
    ):  # fmt: skip
        sheet.layer("street", name, x, y, width, depth)
    craft: dict[str, Any] = {"kind": "WORKSHOP", "serviced": False}
    planned: dict[str, Any] = {"kind": "WORKSHOP", "planned": True}
    block(sheet, numbers, "A", at=(8, 10), columns=8, size=(10, 15), **craft)
    block(sheet, numbers, "B", at=(102, 10), columns=8, size=(10, 15), **craft)
    block(sheet, numbers, "C", at=(8, 60), columns=6, size=(10, 15), **planned)
    block(sheet, numbers, "D", at=(122, 60), columns=6, size=(10, 15), **planned)
    block(sheet, numbers, "E", at=(55, 112), columns=8, size=(10, 24), rows=1, **planned)
    return sheet


def eshragh() -> Sheet:
    """The copper-and-knife workshop site of 70 units, and 16 industrial plots beside it."""
    sheet, numbers = Sheet(lon=48.4015, lat=36.6890, turn=9), Numbering("EW")
    sheet.layer("boundary", "", 0, 0, 420, 170)
    sheet.layer("green", "فضای سبز", 0, 160, 420, 10)
    for name, x, y, width, depth in (
        ("خیابان کارگاه", 6, 48, 150, 10), ("خیابان مسگران", 6, 102, 150, 10), ("خیابان اصلی", 160, 0, 16, 160),
        ("خیابان صنعت", 176, 74, 244, 14),
    ):  # fmt: skip
        sheet.layer("street", name, x, y, width, depth)
    unit: dict[str, Any] = {
        "kind": "WORKSHOP",
        "utilities": list(FULL),
        "trades": ["copper_engraving", "coppersmithing", "knife_making"],
    }
    block(sheet, numbers, "A", at=(10, 16), columns=12, size=(12, 16), **unit)
    block(sheet, numbers, "B", at=(10, 62), columns=12, size=(12, 18), **unit)
    block(sheet, numbers, "C", at=(10, 116), columns=12, size=(12, 18), without=[(0, 0), (11, 0)], **unit)
    sheet.layer("building", "خدمات عمومی", 10, 116, 12, 18)
    sheet.layer("utility", "پست برق", 142, 116, 12, 18)
    plots = Numbering("E")
    land: dict[str, Any] = {"kind": "INDUSTRIAL", "utilities": list(FULL)}
    block(sheet, plots, "D", at=(180, 6), columns=8, size=(29, 66), rows=1, price_class="STANDARD", **land)
    block(sheet, plots, "E", at=(180, 90), columns=8, size=(29, 66), rows=1, price_class="MAIN_STREET", **land)
    return sheet


def soltanieh() -> Sheet:
    """24 industrial plots of the first phase."""
    sheet, numbers = Sheet(lon=48.8290, lat=36.4105, turn=-12), Numbering("SO")
    sheet.layer("boundary", "", 0, 0, 460, 330)
    sheet.layer("green", "کمربند سبز", 0, 318, 460, 12)
    sheet.layer("street", "بلوار گنبد", 0, 150, 460, 24)
    sheet.layer("street", "خیابان غربی", 222, 0, 16, 318)
    sheet.layer("utility", "پست سیار ۶۳/۲۰", 418, 290, 34, 24)
    served: dict[str, Any] = {"kind": "INDUSTRIAL", "utilities": ["ACCESS_ROAD", "DRINKING_WATER", "POWER"]}
    later: dict[str, Any] = {"kind": "INDUSTRIAL", "serviced": False}
    block(sheet, numbers, "A", at=(10, 10), columns=6, size=(35, 70), **served)
    block(sheet, numbers, "B", at=(240, 10), columns=6, size=(35, 70), price_class="STANDARD", rows=1, **served)
    block(sheet, numbers, "C", at=(10, 176), columns=3, size=(70, 110), rows=1, **later)
    block(sheet, numbers, "D", at=(240, 176), columns=3, size=(70, 110), rows=1, **later)
    return sheet


def shahriari() -> Sheet:
    """18 large plots of the western estate."""
    sheet, numbers = Sheet(lon=48.3220, lat=36.7010, turn=4), Numbering("SH")
    sheet.layer("boundary", "", 0, 0, 700, 420)
    sheet.layer("green", "کمربند سبز", 0, 400, 700, 20)
    sheet.layer("street", "بلوار شهریار", 0, 190, 700, 30)
    sheet.layer("street", "خیابان شرقی", 450, 0, 20, 400)
    land: dict[str, Any] = {"kind": "INDUSTRIAL", "utilities": ["ACCESS_ROAD", "GAS", "POWER"]}
    block(sheet, numbers, "A", at=(10, 10), columns=6, size=(72, 90), **land)
    block(sheet, numbers, "B", at=(474, 10), columns=3, size=(72, 178), rows=1, **land)
    block(sheet, numbers, "C", at=(474, 222), columns=3, size=(72, 176), rows=1, kind="INDUSTRIAL", planned=True)
    return sheet


def hidaj() -> Sheet:
    """25 units of the shoe workshop complex, phases one and two."""
    sheet, numbers = Sheet(lon=49.1420, lat=36.2530, turn=27), Numbering("HD")
    sheet.layer("boundary", "", 0, 0, 150, 78)
    sheet.layer("green", "فضای سبز", 0, 70, 150, 8)
    sheet.layer("street", "خیابان کفاشان", 0, 31, 150, 10)
    unit: dict[str, Any] = {"kind": "WORKSHOP", "utilities": list(FULL), "trades": ["shoe_making"]}
    block(sheet, numbers, "A", at=(6, 5), columns=13, size=(10, 24), rows=1, **unit)
    block(sheet, numbers, "B", at=(6, 43), columns=12, size=(10, 24), rows=1, **unit)
    sheet.layer("building", "واحد لمینت (پیش‌بینی)", 128, 43, 18, 24)
    return sheet


PLANS: Final[dict[str, Callable[[], Sheet]]] = {
    "eshragh": eshragh,
    "hidaj": hidaj,
    "nikan": nikan,
    "shahriari": shahriari,
    "soltanieh": soltanieh,
    "zarifan": zarifan,
}
"""Slug of the estate → its plan."""


def as_text(sheet: Sheet) -> str:
    """The GeoJSON file: one feature a line, so that a change can be read."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in sheet.features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def main() -> None:
    """Write every plan."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for slug, draw in PLANS.items():
        (FOLDER / f"{slug}.geojson").write_text(as_text(draw()), encoding="utf-8")


if __name__ == "__main__":
    main()
