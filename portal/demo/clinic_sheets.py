"""Data sheets of the demo's clinic: what an owner fills in about a unit of this size. All of it is made up."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from clinic.units.models import IndustrialUnit
from core.persian.calendar import jalali_day

Sheet = tuple[str, dict[str, Any], list[dict[str, Any]]]
"""Kind, items, rows."""
MILLION = 1_000_000


def sheets_of(unit: IndustrialUnit, asked_at: datetime) -> list[Sheet]:
    """Every sheet but the market's, which belongs to the trouble of the unit."""
    staff, year = unit.licensed_staff or 20, jalali_day(asked_at).year
    present, month = max(staff // 3, 2), 60 * MILLION * staff
    goods, measure = unit.products or "کالای نمونه", f"{unit.capacity_unit or 'عدد'} در سال"
    return [
        (
            "IDENTITY",
            {
                "manager": "مدیر نمونه", "founded": year - 14, "partners": 2, "products": goods,
                "history": "تا دو سال پیش با دو نوبت کار می‌کرد؛ پس از گرانی مواد، یک نوبت تعطیل شد.",
            },
            [],
        ),
        (
            "LICENCES",
            {},
            [
                {"name": "پروانهٔ بهره‌برداری", "number": unit.licence_number, "issuer": "سازمان صمت استان"},
                {"name": "کارت بازرگانی", "issuer": "اتاق بازرگانی", "valid_until": (asked_at + timedelta(days=200)).date()},
            ],
        ),
        (
            "CAPACITY",
            {
                "product": goods, "measure": measure, "nominal": unit.nominal_capacity or Decimal(1000),
                "actual_percent": Decimal(22), "shifts": 1, "days": 240, "limit": "نبود مواد کافی و توقف‌های خط",
            },
            [],
        ),
        (
            "STAFF",
            {
                "licensed": staff, "present": present, "insured": present - 1, "skilled": max(present // 2, 1),
                "unpaid_months": 1, "best_year": staff + 3,
            },
            [],
        ),
        (
            "DEBTS",
            {
                "bank": 9 * month, "bank_overdue": 3 * month, "insurance": month, "tax": month // 2,
                "suppliers": month, "receivable": 2 * month,
            },
            [],
        ),
        (
            "SALES",
            {},
            [
                {"year": year - 3 + place, "amount": 12 * month * share // 100}
                for place, share in enumerate((95, 60, 28))
            ],
        ),
        (
            "MACHINES",
            {},
            [
                {"name": "خط اصلی تولید", "count": 1, "made": year - 22, "state": "هر ماه چند بار می‌ایستد"},
                {"name": "دستگاه بسته‌بندی", "count": 2, "made": year - 9, "state": "سالم"},
            ],
        ),
        (
            "ORDERS",
            {},
            [{"product": goods, "amount": 2 * month, "due": (asked_at + timedelta(days=60)).date()}],
        ),
    ]  # fmt: skip
