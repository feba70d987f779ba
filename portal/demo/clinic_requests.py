"""Requests to the clinic of the demo: of every service, in every state, with talks that were held, missed and are to come.

All of them are made up and say so. Everything goes through the services people use; a later load leaves it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from accounts.choices import Role
from accounts.models import Applicant, User
from accounts.selectors import users_of
from clinic.cases.choices import Mode, Service
from clinic.cases.models import ClinicRequest
from clinic.cases.selectors.times import free_slots
from clinic.cases.services import appointments, requests
from clinic.units.models import IndustrialUnit
from core import clock

FIRST_WAITING: Final = 24
"""Place, among the units that have an owner, of the first one whose request for a diagnosis waits; cases are made of earlier ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: days ago, who (place among the owners of units, 0 is the applicant of the sign-in page), what became of it."""

    days: int
    who: int
    service: Service
    text: str
    topic: str = ""
    answer: str = ""
    refusal: str = ""
    unit: str = ""
    talk: str = ""
    end: str = ""


REQUESTS: Final = (
    Asked(
        96, 3, Service.QUESTION, "برای بدهی بیمهٔ سه سال گذشته می‌شود تقسیط گرفت؟", "insurance",
        answer="بله. درخواست تقسیط را به شعبهٔ تأمین اجتماعی بدهید؛ با پرداخت پیش‌قسط، باقی‌مانده تا ۳۶ ماه تقسیط می‌شود. "
        "فهرست‌های ماهانه را از این پس به‌موقع بفرستید تا تقسیط لغو نشود.",
        talk="held",
    ),
    Asked(
        71, 0, Service.QUESTION, "اظهارنامهٔ عملکرد را دیر داده‌ام. آیا معافیت کارگاه از بین رفته است؟", "tax",
        answer="معافیت به ارائهٔ به‌موقع اظهارنامه بسته است، ولی می‌توانید به هیئت حل اختلاف بنویسید و دلیل دیرکرد را بیاورید.",
    ),
    Asked(
        64, 5, Service.TRAINING, "برای دو نفر از کارگاه آموزش کنترل کیفیت می‌خواهیم.", "industrial",
        answer="دورهٔ کنترل کیفیت ماه آینده برگزار می‌شود. در بخش دوره‌ها نام‌نویسی کنید.",
    ),
    Asked(
        52, 7, Service.NEW_BUSINESS, "می‌خواهم کارگاه کفش ایمنی راه بیندازم. بازارش چگونه است؟",
        answer="در گفت‌وگو سه خریدار بزرگ استان را شمردیم. پیش از خرید ماشین، سفارش آزمایشی بگیرید.", talk="held",
    ),
    Asked(
        45, 9, Service.QUESTION, "چه کسی بدهی مالک قبلی واحد را باید بپردازد؟", "legal",
        refusal="این پرسش در دادگاه مطرح است و کلینیک در دعوا نظر نمی‌دهد. به کانون وکلای استان مراجعه کنید.",
    ),
    Asked(40, 11, Service.QUESTION, "کدام بانک برای سرمایه در گردش وام می‌دهد؟", "finance", end="withdraw"),
    Asked(
        33, 12, Service.DIAGNOSIS, "کارگاه را فروخته‌ایم ولی می‌خواهیم علت را بدانیم.", unit="کارگاه چرم دباغان، زنجان",
        refusal="عارضه‌یابی برای واحدی است که بماند. اگر کار تازه‌ای در سر دارید، درخواست مشاوره بدهید.",
    ),
    Asked(
        21, 14, Service.NEW_BUSINESS, "با سه نفر دیگر می‌خواهیم تعاونی روی‌کاری بسازیم.", talk="missed", end="admit"
    ),
    Asked(9, 0, Service.NEW_BUSINESS, "می‌خواهم کنار چاقوسازی، دستهٔ چاقو هم برای دیگران بسازم.", talk="coming", end="admit"),
    Asked(6, 16, Service.QUESTION, "برای فروش در نمایشگاه برون‌مرزی چه مدرکی لازم است؟", "commercial", talk="coming"),
    Asked(5, FIRST_WAITING, Service.DIAGNOSIS, "از بهار سفارش نداریم و نیمی از کارگران رفته‌اند.", talk="coming"),
    Asked(4, FIRST_WAITING + 1, Service.DIAGNOSIS, "برق گران شده و دستگاه‌ها کهنه‌اند؛ با یک‌سوم ظرفیت کار می‌کنیم."),
    Asked(
        3, 18, Service.DIAGNOSIS, "انبار پر است و چک‌ها برگشت خورده‌اند.", unit="نخ‌ریسی نمونه، ناحیهٔ صنعتی ماهنشان"
    ),
    Asked(2, 20, Service.TRAINING, "آموزش حسابداری قیمت تمام‌شده برای خودم و پسرم.", "finance"),
    Asked(1, 21, Service.QUESTION, "آیا برای کمبود برق تابستان می‌شود خسارت گرفت؟", "energy_environment"),
    Asked(0, FIRST_WAITING + 2, Service.DIAGNOSIS, "ماشین اصلی شش ماه است خراب است و پول تعمیرش را نداریم."),
)  # fmt: skip


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring the requests in; again: no change. Needs the units and, for talks, the consultants."""
    if ClinicRequest.objects.filter(is_illustrative=True, service=Service.QUESTION).exists():
        say("requests: there already")
        return
    units = list(
        IndustrialUnit.objects.filter(is_illustrative=True, owner__isnull=False).select_related("owner").order_by("pk")
    )
    lead = cast[Role.CLINIC_LEAD][0]
    with transaction.atomic():
        for asked in REQUESTS:
            _Story(asked, units[min(asked.who, len(units) - 1)], lead, now).tell()
    say(f"requests: {len(REQUESTS)} to the clinic, of every service and in every state")


class _Story:
    """One request from the day it was handed in to what became of it."""

    def __init__(self, asked: Asked, unit: IndustrialUnit, lead: User, now: datetime) -> None:
        self.asked, self.unit, self.lead, self.now = asked, unit, lead, now
        applicant: Applicant | None = unit.owner
        if applicant is None:
            raise ValueError(unit.code)
        self.applicant = applicant
        self.user = users_of(applicant)[0]

    def tell(self) -> None:
        """Hand it in on its day, then lead it on."""
        with clock.shifted(timedelta(days=-self.asked.days)):
            row = self._submit()
            requests.note_look(request_id=row.pk, by=self.lead, now=clock.now())
            if self.asked.end == "admit":
                requests.admit(request_id=row.pk, by=self.lead, now=clock.now())
        if self.asked.talk:
            self._talk(row)
        after = self.asked.days - min(10, self.asked.days)
        with clock.shifted(timedelta(days=-after)):
            self._decide(row)

    def _submit(self) -> ClinicRequest:
        asked = self.asked
        named = asked.service == Service.DIAGNOSIS and not asked.unit
        values: dict[str, Any] = {
            "text": asked.text, "topic": asked.topic, "unit_note": asked.unit, "unit": self.unit if named else None,
        }  # fmt: skip
        return requests.submit(
            applicant_id=self.applicant.pk, service=asked.service, values=values, by=self.user, now=clock.now(),
            is_illustrative=True,
        )  # fmt: skip

    def _talk(self, row: ClinicRequest) -> None:
        """A talk two days after the request, or one to come; none while nobody has free hours."""
        mode = Mode.PHONE if row.pk % 2 else Mode.IN_PERSON
        booked_on = self.now if self.asked.talk == "coming" else self.now - timedelta(days=self.asked.days)
        with clock.shifted(booked_on - self.now):
            slots = free_slots(row, mode=mode, now=booked_on, specialty=row.topic) or free_slots(
                row, mode=mode, now=booked_on
            )
            if not slots:
                return
            slot = slots[len(slots) // 3 if self.asked.talk == "coming" else 0]
            talk = appointments.book(
                request_id=row.pk, consultant_id=slot.consultant.pk, starts_at=slot.starts_at, mode=mode, by=self.user,
                now=booked_on,
            )  # fmt: skip
        if self.asked.talk in ("held", "missed"):
            came = self.asked.talk == "held"
            appointments.note(appointment_id=talk.pk, came=came, by=self.lead, now=talk.ends_at)

    def _decide(self, row: ClinicRequest) -> None:
        common: dict[str, Any] = {"request_id": row.pk, "now": clock.now()}
        if self.asked.answer:
            requests.answer(answer=self.asked.answer, by=self.lead, **common)
        elif self.asked.refusal:
            requests.refuse(reason=self.asked.refusal, by=self.lead, **common)
        elif self.asked.end == "withdraw":
            requests.withdraw(by=self.user, reason="وام را از جای دیگر گرفتم.", **common)
