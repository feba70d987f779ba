"""The explanation: for every plot of the list the rule and the numbers that decided, in plain words."""

import pytest
from django.utils import translation

from allocations import explanations, selectors
from allocations.criteria_rules import Computed
from allocations.engine import Reason
from allocations.services import waiting
from core.errors import NotFound
from core.wording import points_text
from tests.factories.decisions import apply_to, lottery_world, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def page_of(application):
    return selectors.explanation.explanation(application.pk)


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_lower_score_is_told_with_both_numbers():
    world = scored_world(2, plots=1)
    world.provisional()
    page = page_of(world.applications[1])
    (choice,) = page.choices
    assert choice.reason == Reason.BEHIND_BY_SCORE
    code = world.plots[0].code
    assert plain(choice.sentence) == f"Your score was 71.60; plot {code} was given with a score of 74."
    assert [row.decided for row in choice.components] == [False, True, False, False]
    assert (choice.queue_place, choice.queue_length) == (1, 1)
    assert choice.queue_sentence == "If this plot falls free, you are the next in line."


def test_equal_scores_are_told_by_the_criterion_that_decides():
    world = reviewed_call(plots=1)
    apply_to(world, [1], points={"skill": 5000, "years": 2000})
    other = apply_to(world, [1], points={"skill": 4000, "years": 3500})
    world.provisional()
    choice = page_of(other).choices[0]
    assert choice.reason == Reason.BEHIND_BY_POINTS
    assert "“معیار skill” decides, where you have 40 and the holder 50 points" in plain(choice.sentence)


def test_draw_numbers_decide_among_equals():
    world = lottery_world(2, plots=1)
    world.provisional()
    loser = world.call.applications.get(status="WAITING")
    choice = page_of(loser).choices[0]
    assert choice.reason == Reason.BEHIND_BY_DRAW_NUMBER
    assert plain(choice.sentence) == f"For plot {world.plots[0].code} draw number 1 came before your 2."


def test_after_equal_points_the_sentence_says_that_they_were_equal():
    world = reviewed_call(plots=1)
    for _ in range(2):
        apply_to(world, [1], points={"skill": 5000, "years": 2000})
    world.provisional()
    loser = world.call.applications.get(status="WAITING")
    sentence = plain(page_of(loser).choices[0].sentence)
    assert sentence == f"Same score; for plot {world.plots[0].code} draw number 1 came before your 2."


def test_a_plot_for_other_trades_and_one_for_a_group_say_so():
    world = reviewed_call(plots=2, only_for={1: "filigree"}, reserved={2: "women"})
    stranger = apply_to(world, [1, 2], points={"skill": 9000, "years": 9000})
    apply_to(world, [2], points={"skill": 1, "years": 1}, groups=["women"])
    world.provisional()
    trade, group = page_of(stranger).choices
    assert (trade.reason, trade.is_eligible, trade.components) == (Reason.TRADE_NOT_ALLOWED, False, [])
    assert "is for other trades" in trade.sentence
    assert group.reason == Reason.BEHIND_BY_TIER and "“گروه women”" in group.sentence


def test_plots_after_the_one_he_got_were_not_asked_for():
    world = scored_world(1, plots=2)
    world.provisional()
    page = page_of(world.applications[0])
    assert (page.plot, page.choice, page.holds) == (world.plots[0].code, 1, world.plots[0].code)
    assert plain(page.summary) == f"You got plot {world.plots[0].code}, the one you like best."
    assert [choice.reason for choice in page.choices] == [Reason.AWARDED, Reason.HOLDS_BETTER]
    assert ([row.choice for row in page.decided], [row.choice for row in page.below]) == ([1], [2])
    assert page.choices[0].is_own


def test_every_criterion_says_where_its_points_come_from():
    world = scored_world(1)
    page = page_of(world.applications[0])
    skill, years = page.criteria
    assert (skill.points, skill.part, skill.is_computed) == (9000, 5400, False)
    assert skill.sentence == "90 points, the mean of the two scorers who lay nearest to each other."
    assert years.sentence == "For your answer (5) the rule gives 50 points."
    assert page.score == 7400


def test_before_the_publication_there_are_points_and_no_result():
    world = scored_world(2)
    world.approved()
    page = page_of(world.applications[0])
    assert (page.run, page.plot, page.choices, len(page.criteria)) == (None, None, (), 2)


def test_an_application_outside_the_list_has_no_result():
    world = scored_world(2)
    outsider = apply_to(world, [1], status="INELIGIBLE")
    world.provisional()
    assert page_of(outsider).run is None
    with pytest.raises(NotFound):
        selectors.explanation.explanation(10**9)


def test_the_place_in_line_is_the_one_of_now():
    world = scored_world(4, plots=1)
    world.final()
    last = world.applications[3]
    assert page_of(last).choices[0].queue_place == 3
    first = world.applications[0]
    waiting.decline(award_id=world.award_of(first).pk, by=first.applicant.person.user, now=world.now)
    assert page_of(last).choices[0].queue_place == 2


def test_the_page_needs_the_same_queries_for_one_plot_and_twenty(django_assert_max_num_queries):
    counts = []
    for plots in (1, 20):
        world = scored_world(3, plots=plots)
        world.provisional()
        page_of(world.applications[0])
        with django_assert_max_num_queries(12) as captured:
            assert len(page_of(world.applications[2]).choices) == plots
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_points_are_written_with_two_places_in_the_readers_digits():
    assert points_text(6830) == "68.30"
    with translation.override("fa"):
        assert points_text(6830) == "۶۸٫۳۰"


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("workplace_kind", "NONE", "no workplace"),
        ("licence_kind", "ARTISAN_CARD", "artisan card"),
        ("guild_member", 1, "yes"),
        ("guild_member", 0, "no"),
        ("fairs_attended", 7, "7"),
        ("licence_kind", None, "–"),
    ],
)
def test_an_answer_is_told_in_words_and_never_as_a_code(name, answer, said):
    sentence = explanations.computed_sentence(Computed(points=5000, input=name, answer=answer))
    assert sentence == f"For your answer ({said}) the rule gives 50 points."


def test_every_reason_of_the_engine_has_a_sentence():
    assert set(explanations._WRITERS) == set(Reason)
