"""The calls of the demo world: Zarifan open, Eshragh final, Hidaj announced, a draft for Soltanieh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from accounts.models import User
from allocations.models import Call
from allocations.services import call_drafts, calls
from allocations.services.rule_rows import CriterionSpec, GroupSpec, PaperSpec, PlotSpec, RulesSpec
from core import clock
from estates.models import Estate, Plot
from portal.demo.craftspeople import TRADES

DAY: Final = timedelta(days=1)
CRAFT_LICENCES: Final = ["INDIVIDUAL_CRAFT_LICENCE", "ARTISAN_CARD", "CRAFT_WORKSHOP_LICENCE"]
RESERVED_AT_ZARIFAN: Final = {"Z-081": "isargar", "Z-082": "isargar", "Z-083": "woman_head_of_household"}

EVENT: Final = "شاخص کل بورس تهران در پایان آخرین روز معاملاتی پیش از زمان اعلام‌شده"

GROUPS: Final = (
    GroupSpec("isargar", "ایثارگران", "معرفی‌نامهٔ بنیاد شهید و امور ایثارگران لازم است."),
    GroupSpec("woman_head_of_household", "زنان سرپرست خانوار", "گواهی بهزیستی یا کمیتهٔ امداد لازم است."),
)
PAPERS: Final = (
    PaperSpec("licence", "craft_licence_individual", "پروانه یا کارت صنعتگری",
        help="عکس خوانا از اصل پروانه یا کارت."),
    PaperSpec("national_card", "national_card", "کارت ملی",
        help="عکس روی کارت."),
    PaperSpec(
        "special_group", "special_group_evidence", "گواهی گروه ویژه", required=False,
        help="تنها اگر خود را از یکی از گروه‌های فراخوان می‌دانید.",
    ),
)  # fmt: skip


def _bands(name: str, *steps: tuple[int, int]) -> dict[str, Any]:
    return {"input": name, "bands": [{"from": start, "points": points} for start, points in steps]}


CRITERIA: Final = (
    CriterionSpec(
        "experience",
        "سابقهٔ کار با پروانه",
        25,
        rule=_bands("years_licensed", (0, 1000), (3, 4000), (7, 7000), (12, 9000), (20, 10_000)),
        tie_break_rank=1,
        help="سال‌هایی که با پروانه یا کارت صنعتگری کار کرده‌اید.",
    ),
    CriterionSpec(
        "jobs",
        "اشتغال تازه",
        20,
        rule=_bands("jobs_promised", (0, 0), (1, 3000), (3, 6000), (5, 8500), (7, 10_000)),
        tie_break_rank=2,
        help="شمار کارکنان بیمه‌شده‌ای که متعهد می‌شوید.",
    ),
    CriterionSpec(
        "workplace",
        "وضع کارگاه کنونی",
        15,
        rule={
            "input": "workplace_kind",
            "values": {"NONE": 10_000, "NUISANCE": 9000, "IN_DWELLING": 8000, "RENTED": 6000, "OWNED": 1000},
            "otherwise": 0,
        },
        help="کسی که جای مناسب ندارد امتیاز بیشتری می‌گیرد.",
    ),
    CriterionSpec(
        "seals",
        "مهر اصالت و نشان مرغوبیت",
        10,
        rule=_bands("quality_seals", (0, 0), (1, 6000), (2, 8500), (3, 10_000)),
        help="نشان‌های گرفته‌شده.",
    ),
    CriterionSpec("plan", "طرح کسب‌وکار", 20, help="دو ارزیاب، جدا از هم، طرح را می‌خوانند."),
    CriterionSpec("quality", "کیفیت نمونهٔ کار", 10, help="دو ارزیاب، جدا از هم، نمونهٔ کار را می‌بینند."),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """One demo call: where, how, and its dates in days from the moment the world is loaded."""

    slug: str
    title: str
    estate: str
    mode: str
    intro: str
    announced: int
    opens: int
    closes: int
    corrections: int
    draw: int
    objections: int
    event: str


ZARIFAN: Final = Plan(
    "zarifan-1405", "واگذاری ۱۰۳ کارگاه ناحیهٔ صنایع‌دستی ظریفان", "zarifan", "SCORED",
    "فراخوان نمونه برای واگذاری کارگاه‌های ناحیهٔ ظریفان به صنعتگران چاقوساز، مسگر، ملیله‌کار و هنرهای دیگر. داده‌ها ساختگی است.",
    -20, -18, 3, 6, 8, 15, EVENT,
)  # fmt: skip
ESHRAGH: Final = Plan(
    "eshragh-1404", "واگذاری ۲۰ کارگاه مس و چاقو در شهرک اشراق", "eshragh", "LOTTERY",
    "فراخوان نمونه که به پایان رسیده است: میان صنعتگران واجد شرایط قرعه‌کشی شد. داده‌ها ساختگی است.",
    -150, -148, -130, -125, -120, -110, EVENT,
)  # fmt: skip
HIDAJ: Final = Plan(
    "hidaj-1405",
    "واگذاری چهار واحد مجتمع کارگاهی کفش هیدج",
    "hidaj",
    "LOTTERY",
    "فراخوان نمونه که به‌زودی باز می‌شود. داده‌ها ساختگی است.",
    -2,
    20,
    50,
    60,
    65,
    75,
    EVENT,
)


PLOTS: Final = {"eshragh-1404": ("EW-051", "EW-070"), "hidaj-1405": ("HD-022", "HD-025")}
"""First and last plot of a call that offers only a part of its estate."""


def ensure(plan: Plan, *, by: User, anchor: datetime) -> Call:
    """The call of this plan, drafted and announced through the services on its day when it is missing."""
    known = Call.objects.filter(slug=plan.slug).first()
    if known is not None:
        return known
    with clock.shifted(anchor + plan.announced * DAY - clock.now()):
        now = clock.now()
        call = call_drafts.create_draft(fields=_fields(plan, anchor), by=by, now=now, rules=_rules(plan))
        return calls.publish(call_id=call.pk, by=by, now=now)


def draft(*, by: User, now: datetime) -> Call:
    """A call that is still being written: staff see it, the public does not."""
    known = Call.objects.filter(slug="soltanieh-1406").first()
    if known is not None:
        return known
    fields = {
        "slug": "soltanieh-1406",
        "title": "پیش‌نویس فراخوان شهرک سلطانیه",
        "estate": Estate.objects.get(slug="soltanieh"),
        "mode": "SCORED",
    }
    return call_drafts.create_draft(fields=fields, by=by, now=now)


def _fields(plan: Plan, anchor: datetime) -> Mapping[str, Any]:
    days = {
        "opens_at": plan.opens, "closes_at": plan.closes, "corrections_until": plan.corrections, "draw_at": plan.draw,
        "objections_until": plan.objections,
    }  # fmt: skip
    midnight = anchor.astimezone(clock.TEHRAN).replace(hour=0, minute=0, second=0, microsecond=0)
    return {
        "slug": plan.slug,
        "title": plan.title,
        "estate": Estate.objects.get(slug=plan.estate),
        "mode": plan.mode,
        "intro": plan.intro,
        **{name: midnight + days_from * DAY + timedelta(hours=14) for name, days_from in days.items()},
        "randomness_source": "شرکت بورس اوراق بهادار تهران، صفحهٔ شاخص کل",
        "randomness_event": plan.event,
        "randomness_fallback": "اگر شاخص منتشر نشود: شاخص کل در پایان نخستین روز معاملاتی پس از آن",
        "scorers_per_application": 2,
        "tolerance": 1500,
        "accepted_licences": CRAFT_LICENCES,
        "minimum_age": 20,
        "refuses_holders": True,
        "lapse_rule": "INELIGIBLE",
    }


def plots_of(plan: Plan) -> list[str]:
    """Codes of the plots the call offers, in published order."""
    first, last = PLOTS.get(plan.slug, ("", "~"))
    plots = Plot.objects.filter(estate__slug=plan.estate, code__gte=first, code__lte=last).order_by("code")
    return list(plots.values_list("code", flat=True))


def _rules(plan: Plan) -> RulesSpec:
    reserved = RESERVED_AT_ZARIFAN if plan is ZARIFAN else {}
    return RulesSpec(
        trades=["shoe_making"] if plan is HIDAJ else TRADES,
        groups=GROUPS if plan is ZARIFAN else (),
        plots=[PlotSpec(code, reserved.get(code)) for code in plots_of(plan)],
        criteria=CRITERIA if plan.mode == "SCORED" else (),
        papers=_papers(plan),
    )


def _papers(plan: Plan) -> Sequence[PaperSpec]:
    return PAPERS if plan is ZARIFAN else PAPERS[:2]
