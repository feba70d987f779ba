"""Land for tests, made through the real services."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from estates.choices import DevelopmentClass, EstateKind, EstateStatus, IndustryGroup
from estates.models import County, Estate, Plot, PlotHold, Trade
from estates.plans.geometry import Plane, polygon, to_geojson
from estates.services import holds, places, plots

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ZANJAN = (48.4963, 36.6764)
_numbers = count(1)


def square(x: float, y: float, width: float, depth: float, *, at: tuple[float, float] = ZANJAN) -> dict[str, Any]:
    """GeoJSON rectangle of `width` × `depth` metres whose south-western corner lies x, y metres from `at`."""
    plane = Plane(*at)
    corners = [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)]
    return to_geojson(polygon([[plane.point(*corner) for corner in corners]]))


class CountyFactory:
    """Counties."""

    def __new__(cls, slug: str = "zanjan", name: str = "زنجان", **values: Any) -> County:
        """The county with this slug; made once."""
        values = {"name": name, "lat": ZANJAN[1], "lon": ZANJAN[0], **values}
        return places.save_county(slug=slug, values=values, by=None, now=NOW)


class TradeFactory:
    """Trades."""

    def __new__(cls, code: str = "knife_making", name: str = "چاقوسازی", **values: Any) -> Trade:
        """The trade with this code; made once."""
        values = {"name": name, "industry_group": IndustryGroup.HANDICRAFTS, **values}
        return places.save_trade(code=code, values=values, by=None, now=NOW)


class EstateFactory:
    """Estates and zones."""

    def __new__(cls, slug: str = "", *, boundary: dict[str, Any] | None = None, **values: Any) -> Estate:
        """An estate of its own, or the one with this slug; `boundary` is GeoJSON."""
        slug = slug or f"estate-{next(_numbers)}"
        values.setdefault("county", None)
        values["county"] = values["county"] or CountyFactory()
        defaults = {
            "name": f"شهرک صنعتی {slug}",
            "kind": EstateKind.INDUSTRIAL_ESTATE,
            "development_class": DevelopmentClass.DEVELOPED,
            "status": EstateStatus.OPERATING,
            "lat": ZANJAN[1],
            "lon": ZANJAN[0],
        }
        estate = places.save_estate(slug=slug, values={**defaults, **values}, by=None, now=NOW)
        if boundary is not None:
            places.set_boundary(estate_id=estate.pk, geometry=boundary, by=None, now=NOW)
            estate.refresh_from_db()
        return estate


class PlotFactory:
    """Plots."""

    def __new__(
        cls,
        code: str = "",
        *,
        estate: Estate | None = None,
        block: str | None = None,
        trades: list[str] | None = None,
        geometry: dict[str, Any] | None = None,
        held: str = "",
        **values: Any,
    ) -> Plot:
        """A plot of its own; `trades` are codes of existing trades, `held` a `HoldKind` it is in."""
        code = code or f"P-{next(_numbers):04d}"
        estate = estate or EstateFactory("estate-of-plots")
        plot = plots.save_plot(
            code=code,
            estate_id=estate.pk,
            values={"area_m2": 1000, **values},
            block=block,
            trades=trades,
            geometry=geometry,
            by=None,
            now=NOW,
        )
        if held:
            HoldFactory(plot, held)
        return plot


class HoldFactory:
    """Holds on plots, as later apps place them."""

    def __new__(cls, plot: Plot, kind: str, *, holder_type: str = "tests.holder", holder_id: object = 1) -> PlotHold:
        """A live hold of this kind."""
        return holds.place(plot_id=plot.pk, kind=kind, holder_type=holder_type, holder_id=holder_id, by=None, now=NOW)
