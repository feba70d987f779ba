"""Bringing in site plans: all or nothing, every error with its feature, the same file again changes nothing."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from core.audit.models import Entry
from core.errors import NotFound, PermissionRefused, WrongState
from estates.choices import HoldKind, PlanImportStatus
from estates.errors import PlanRefused
from estates.models import Block, Estate, PlanFeature, Plot, SitePlanImport
from estates.services import site_plans
from tests.factories import accounts
from tests.factories.estates import NOW, EstateFactory, HoldFactory, PlotFactory, TradeFactory, square

pytestmark = pytest.mark.django_db


@pytest.fixture
def estate() -> Estate:
    TradeFactory("knife_making")
    return EstateFactory("zone", boundary=square(0, 0, 100, 100))


def plot(code: str = "A-1", x: float = 10, y: float = 10, *, area: float = 100, **properties: Any) -> dict[str, Any]:
    facts = {"code": code, "area_m2": area, **properties}
    return {"type": "Feature", "properties": facts, "geometry": square(x, y, 10, 10)}


def layer(layer: str, geometry: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"layer": layer, **properties}, "geometry": geometry}


def content(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def load(data: bytes, *, by: User | None = None, dry_run: bool = False, slug: str = "zone") -> Any:
    return site_plans.load(estate_slug=slug, content=data, dry_run=dry_run, by=by, now=NOW)


def refusals(data: bytes) -> list[tuple[str, int | None]]:
    with pytest.raises(PlanRefused) as refused:
        load(data)
    return [(issue.reason, issue.index) for issue in refused.value.issues]


def swapped(feature: dict[str, Any]) -> dict[str, Any]:
    ring = [[lat, lon] for lon, lat in feature["geometry"]["coordinates"][0]]
    return {**feature, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_plots_blocks_trades_and_drawings_come_in_together(estate: Estate) -> None:
    data = content(
        plot("A-1", block="A", number="1", trades=["knife_making"], utilities=["POWER"], front_m=10),
        plot("A-2", 20, block="A", kind="WORKSHOP"),
        layer("street", square(0, 40, 100, 8), name="کوچه مس"),
    )
    changes = load(data)
    assert [feature.facts.code for feature in changes.added] == ["A-1", "A-2"]
    first = Plot.objects.get(code="A-1")
    assert (first.block.code, first.utilities, [t.code for t in first.trades.all()]) == (
        "A",
        ["POWER"],
        ["knife_making"],
    )
    assert Block.objects.get().estate == estate
    assert PlanFeature.objects.get().name == "کوچه مس"
    assert float(first.computed_area_m2) == pytest.approx(100, abs=0.2)


def test_the_same_file_again_changes_nothing(estate: Estate) -> None:
    data = content(plot(trades=["knife_making"]), layer("green", square(0, 50, 9, 9)))
    load(data)
    entries, written = Entry.objects.count(), Plot.objects.get().updated_at
    assert load(data).nothing
    assert Entry.objects.count() == entries
    assert Plot.objects.get().updated_at == written


def test_a_changed_file_changes_what_differs(estate: Estate) -> None:
    load(content(plot("A-1"), plot("A-2", 20)))
    changes = load(content(plot("A-1"), plot("A-2", 20, price_class="CORNER")))
    assert ([f.facts.code for f in changes.changed], changes.unchanged) == (["A-2"], 1)
    assert Plot.objects.get(code="A-2").price_class == "CORNER"


def test_plots_the_file_does_not_name_stay(estate: Estate) -> None:
    load(content(plot("A-1"), plot("A-2", 20)))
    assert load(content(plot("A-1"))).absent == ["A-2"]
    assert Plot.objects.count() == 2


def test_a_dry_run_writes_nothing(estate: Estate) -> None:
    assert len(load(content(plot()), dry_run=True).added) == 1
    assert not Plot.objects.exists()


def test_one_bad_feature_near_the_end_keeps_everything_out(estate: Estate) -> None:
    features = [plot(f"A-{n}", 10 * (n % 9), 10 * (n // 9)) for n in range(40)]
    features[38]["properties"]["area_m2"] = 250
    assert refusals(content(*features)) == [("area_differs", 38)]
    assert not Plot.objects.exists()
    assert not Entry.objects.filter(action="estates.site_plan.imported").exists()


def test_overlapping_features_are_told_with_both_codes(estate: Estate) -> None:
    with pytest.raises(PlanRefused) as refused:
        load(content(plot("A-1"), plot("A-2", 15)))
    (issue,) = refused.value.issues
    assert (issue.reason, issue.index, issue.params["other_code"]) == ("overlap", 1, "A-1")
    assert float(issue.params["area"]) == pytest.approx(50, abs=0.5)


def test_neighbours_that_share_a_seam_do_not_overlap(estate: Estate) -> None:
    load(content(plot("A-1"), plot("A-2", 20), plot("A-3", 10, 20.01), plot("A-4", 20, 20)))


def test_ten_thousand_plots_on_one_spot_are_refused_within_bounds(estate: Estate) -> None:
    found = refusals(content(*(plot(f"A-{n}") for n in range(2000))))
    assert found.count(("more_overlaps", None)) == 1
    assert len(found) <= 201


def test_overlaps_with_plots_that_are_there_are_found(estate: Estate) -> None:
    load(content(plot("A-1")))
    assert refusals(content(plot("B-1", 15))) == [("overlap_existing", 0)]


def test_overlaps_with_plots_of_another_estate_are_found(estate: Estate) -> None:
    PlotFactory("OTHER-1", estate=EstateFactory("other"), geometry=square(12, 12, 10, 10), area_m2=100)
    assert refusals(content(plot("A-1"))) == [("overlap_existing", 0)]


def test_a_plot_that_moves_does_not_overlap_its_own_old_place(estate: Estate) -> None:
    load(content(plot("A-1")))
    assert len(load(content(plot("A-1", 13))).changed) == 1


def test_plots_outside_the_boundary_are_refused(estate: Estate) -> None:
    assert refusals(content(plot("A-1"), plot("A-2", 95))) == [("outside", 1)]


def test_a_new_boundary_counts_at_once_and_may_not_leave_plots_out(estate: Estate) -> None:
    load(content(layer("boundary", square(0, 0, 200, 100)), plot("A-2", 150)))
    assert float(Estate.objects.get(slug="zone").computed_area_m2) == pytest.approx(20_000, rel=1e-3)
    assert refusals(content(layer("boundary", square(0, 0, 100, 100)))) == [("boundary_leaves_out", 0)]


def test_swapped_axes_are_named_as_such(estate: Estate) -> None:
    found = refusals(content(swapped(plot("A-1"))))
    assert ("axes_swapped", 0) in found
    assert "far_away" not in {reason for reason, _index in found}


def test_a_plan_of_another_place_is_refused(estate: Estate) -> None:
    far = plot("A-1")
    far["geometry"] = square(0, 0, 10, 10, at=(51.4, 35.7))
    assert ("far_away", 0) in refusals(content(far))


@pytest.mark.parametrize(("area", "fine"), [(100, True), (101.5, True), (98.5, True), (103, False), (96, False)])
def test_the_stated_area_may_differ_by_two_per_cent(estate: Estate, area: float, fine: bool) -> None:
    if fine:
        load(content(plot(area=area)))
    else:
        assert refusals(content(plot(area=area))) == [("area_differs", 0)]


def test_duplicate_codes_in_the_file_are_refused(estate: Estate) -> None:
    assert refusals(content(plot("A-1"), plot("A-1", 30))) == [("duplicate_code", 1)]


def test_a_code_of_another_estate_is_refused(estate: Estate) -> None:
    PlotFactory("A-1", estate=EstateFactory("other"))
    assert refusals(content(plot("A-1"))) == [("code_elsewhere", 0)]


def test_an_unknown_trade_is_refused(estate: Estate) -> None:
    assert refusals(content(plot(trades=["alchemy"]))) == [("unknown_trade", 0)]


def test_a_plot_in_a_running_call_may_not_change(estate: Estate) -> None:
    load(content(plot("A-1"), plot("A-2", 20)))
    HoldFactory(Plot.objects.get(code="A-1"), HoldKind.IN_CALL)
    assert refusals(content(plot("A-1", price_class="CORNER"), plot("A-2", 20))) == [("plot_in_call", 0)]
    assert load(content(plot("A-1"), plot("A-2", 20, price_class="CORNER"))).unchanged == 1


def test_a_contracted_plot_may_not_move_but_its_services_may_grow(estate: Estate) -> None:
    load(content(plot("A-1")))
    HoldFactory(Plot.objects.get(), HoldKind.CONTRACTED)
    assert refusals(content(plot("A-1", 30))) == [("plot_held", 0)]
    load(content(plot("A-1", utilities=["GAS"])))
    assert Plot.objects.get().utilities == ["GAS"]


def test_errors_of_reading_and_of_fitting_are_told_together(estate: Estate) -> None:
    found = refusals(content(plot("bad code"), plot("A-2", 95), plot("A-3", 30, area=7)))
    assert found == [("bad_code", 0), ("outside", 1), ("area_differs", 2)]


def test_an_unknown_estate_is_not_found() -> None:
    with pytest.raises(NotFound):
        load(content(plot()), slug="nowhere")


def test_only_technical_staff_of_the_estate_bring_plans_in(estate: Estate, financier: User) -> None:
    elsewhere, here = accounts.technical("other"), accounts.technical("zone")
    for person in (financier, elsewhere):
        with pytest.raises(PermissionRefused):
            load(content(plot()), by=person)
    load(content(plot()), by=here)
    assert Entry.objects.get(action="estates.site_plan.imported").actor == here


def test_every_plot_of_an_import_has_an_audit_event(estate: Estate) -> None:
    load(content(plot("A-1"), plot("A-2", 20)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM estates_plotevent WHERE pgh_label = 'insert'")
        assert cursor.fetchone() == (2,)


def test_a_preview_keeps_the_verdict_and_changes_nothing(estate: Estate, technician: User) -> None:
    row, issues = site_plans.preview(
        estate_id=estate.pk, content=content(plot()), file_name="a/../plan\u202e.geojson", by=technician, now=NOW
    )
    assert (row.status, issues, row.summary["added"]) == (PlanImportStatus.CHECKED, [], ["A-1"])
    assert "\u202e" not in row.file_name
    assert not Plot.objects.exists()


def test_a_refused_preview_keeps_its_errors_and_cannot_be_brought_in(estate: Estate, technician: User) -> None:
    row, issues = site_plans.preview(
        estate_id=estate.pk, content=content(plot("A-1", 95)), file_name="x", by=technician, now=NOW
    )
    assert (row.status, [issue.reason for issue in issues]) == (PlanImportStatus.REFUSED, ["outside"])
    with pytest.raises(WrongState):
        site_plans.apply(import_id=row.pk, by=technician, now=NOW)


def test_a_previewed_plan_is_brought_in_once(estate: Estate, technician: User) -> None:
    row, _issues = site_plans.preview(
        estate_id=estate.pk, content=content(plot()), file_name="x", by=technician, now=NOW
    )
    site_plans.apply(import_id=row.pk, by=technician, now=NOW)
    assert Plot.objects.count() == 1
    with pytest.raises(WrongState):
        site_plans.apply(import_id=row.pk, by=technician, now=NOW)


def test_what_fitted_at_the_preview_is_checked_again_when_it_is_brought_in(estate: Estate, technician: User) -> None:
    row, _issues = site_plans.preview(
        estate_id=estate.pk, content=content(plot()), file_name="x", by=technician, now=NOW
    )
    load(content(plot("B-1", 15)))
    with pytest.raises(PlanRefused):
        site_plans.apply(import_id=row.pk, by=technician, now=NOW)
    assert SitePlanImport.objects.get(pk=row.pk).status == PlanImportStatus.CHECKED
    assert Plot.objects.count() == 1


def test_the_command_brings_a_file_in_and_says_so(estate: Estate, tmp_path: Path) -> None:
    file, out = tmp_path / "plan.geojson", StringIO()
    file.write_bytes(content(plot()))
    call_command("import_site_plan", "zone", str(file), "--dry-run", stdout=out)
    assert not Plot.objects.exists()
    call_command("import_site_plan", "zone", str(file), stdout=out)
    call_command("import_site_plan", "zone", str(file), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("1 plots would be added")
    assert lines[1].startswith("1 plots added")
    assert lines[2].startswith("no change")


def test_the_command_prints_each_error_with_feature_and_code_and_fails(estate: Estate, tmp_path: Path) -> None:
    file, err = tmp_path / "plan.geojson", StringIO()
    file.write_bytes(content(plot("A-1"), plot("A-2", 95), plot("A-3", 30, area=7)))
    with pytest.raises(CommandError, match="2 errors"):
        call_command("import_site_plan", "zone", str(file), stderr=err)
    first, second = err.getvalue().splitlines()
    assert "1" in first and "A-2" in first
    assert "2" in second and "A-3" in second


@pytest.mark.parametrize("arguments", [("zone", "/nowhere.geojson"), ("nowhere", __file__)])
def test_the_command_fails_with_one_sentence(estate: Estate, arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError):
        call_command("import_site_plan", *arguments)
