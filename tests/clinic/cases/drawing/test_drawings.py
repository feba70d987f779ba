"""Places of the radar, the causal graph and the fishbone: right whatever is drawn, mirrored where reading begins at the right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinic.cases.drawing import fishbone, graph, radar

LABELS = ["مدیریت و راهبرد", "امور مالی", "بازار", "تولید", "تأمین", "نیرو", "حقوق و بیمه", "زیرساخت و محیط‌زیست"]
scores = st.lists(st.one_of(st.none(), st.floats(0, 5)), min_size=8, max_size=8)


def test_full_marks_reach_the_outer_ring_and_nothing_known_draws_nothing() -> None:
    full = radar.radar(LABELS, [5.0] * 8, [None] * 8)
    assert full.unit == full.rings[-1]
    assert full.cohort == ""
    nothing = radar.radar(LABELS, [None] * 8, [3.0, 3.0] + [None] * 6)
    assert (nothing.unit, nothing.unit_dots, nothing.cohort) == ("", (), "")
    worst = radar.radar(LABELS, [0.0] * 8, [None] * 8)
    assert {(dot.x, dot.y) for dot in worst.unit_dots} == {(worst.centre_x, worst.centre_y)}


@given(scores, scores)
def test_every_dot_and_label_lies_within_the_picture(unit: list[float | None], cohort: list[float | None]) -> None:
    drawn = radar.radar(LABELS, unit, cohort)
    assert len(drawn.unit_dots) == sum(value is not None for value in unit)
    for dot in drawn.unit_dots:
        assert 0 <= dot.x <= drawn.width and 0 <= dot.y <= drawn.height
    for axis in drawn.axes:
        assert 0 < axis.label_x < drawn.width and 0 < axis.label_y < drawn.height
        assert " ".join(axis.lines) in LABELS


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[graph.Node], list[tuple[int, int]]]:
    """Some nodes with arrows that always lead to an earlier one, so without a circle."""
    count = draw(st.integers(1, 12))
    nodes = [graph.Node(0, "SYMPTOM", "نشانه")]
    nodes += [
        graph.Node(key, draw(st.sampled_from(("CAUSE", "ROOT"))), draw(st.text("ابپ ", max_size=90)))
        for key in range(1, count)
    ]
    edges = [
        (effect, key) for key in range(1, count) for effect in range(key)
        if nodes[effect].kind != "ROOT" and draw(st.booleans())
    ]  # fmt: skip
    return nodes, edges


@given(trees())
def test_boxes_never_overlap_and_a_cause_stands_behind_what_it_brings_about(
    tree: tuple[list[graph.Node], list[tuple[int, int]]],
) -> None:
    nodes, edges = tree
    right, left = (graph.layout(nodes, edges, from_right=way) for way in (True, False))
    assert (right.width, right.height, len(right.boxes)) == (left.width, left.height, len(nodes))
    places = {box.node.key: box for box in left.boxes}
    for effect, cause in edges:
        assert places[cause].x > places[effect].x
    for one in left.boxes:
        assert one.x >= 0 and one.x + one.width <= left.width and one.y >= 0 and one.y + one.height <= left.height + 1
        for other in left.boxes:
            if other is not one and other.x == one.x:
                assert one.y + one.height <= other.y or other.y + other.height <= one.y
    mirrored = {box.node.key: box for box in right.boxes}
    assert all(round(right.width - box.x - box.width, 1) == places[key].x for key, box in mirrored.items())
    assert len(left.arrows) == len(edges)


def test_long_labels_take_three_lines_at_most() -> None:
    assert graph.wrap("کمبود نقدینگی") == ["کمبود نقدینگی"]
    lines = graph.wrap("واژه " * 30)
    assert len(lines) == 3 and lines[-1].endswith("…")


def test_a_fishbone_has_a_bone_for_each_dimension_and_every_cause_beside_it() -> None:
    causes = [fishbone.Cause("کمبود نقدینگی", True, True), fishbone.Cause("ن" * 80)]
    sides = [fishbone.Side(label, causes) for label in LABELS[:5]]
    drawn = fishbone.layout(["تولید خوابیده است"], sides, from_right=True)
    assert len(drawn.bones) == 5
    for bone in drawn.bones:
        assert [twig.cause for twig in bone.twigs] == causes
        assert all(0 < twig.x < drawn.width and 0 < twig.y < drawn.height for twig in bone.twigs)
        assert 0 < bone.title_y < drawn.height
    told = "خط دوم متوقف است و نیمی از کارگران رفته‌اند"
    head = fishbone.layout([told], sides, from_right=True).head
    assert " ".join(line for _y, line in head) == told, "no word of it is lost"
    # The head stands where reading ends: at the left.
    assert drawn.head_x + drawn.head_width < min(bone.x2 for bone in drawn.bones)
    plain = fishbone.layout([], sides, from_right=False)
    assert plain.head_x > max(bone.x2 for bone in plain.bones)
