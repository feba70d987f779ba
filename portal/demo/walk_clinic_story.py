"""The rehearsed unit of the clinic: what it is, what is wrong with it, what is done, what is measured. All invented."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

NAME: Final = "کفش گام هیدج (واحد تمرین)"
BEGIN: Final = timedelta(days=460)
SPECIALTIES: Final = (
    "finance",
    "marketing",
    "industrial",
    "insurance",
    "commercial",
    "management",
    "technology",
    "legal",
)
"""In the order in which they are wanted; the first four for which somebody has room make the team. The first four together
ask about every dimension."""
TEAM_SIZE: Final = 4
LEVELS: Final = (1, 2, 3, 2)
"""What the members find on a scale of 0 to 5."""

UNIT: Final[dict[str, Any]] = {
    "name": NAME, "name_en": "Hidaj Step Shoes (rehearsal)", "place": "هیدج، شهرک کفش، قطعهٔ نمونه",
    "products": "کفش چرمی مردانه", "nominal_capacity": Decimal(120_000), "capacity_unit": "جفت", "licensed_staff": 38,
    "licence_kind": "OPERATING", "licence_number": "105/990001", "status_note": "", "is_illustrative": True,
}  # fmt: skip
SHEETS: Final[tuple[tuple[str, dict[str, Any], list[dict[str, Any]]], ...]] = (
    (
        "IDENTITY",
        {
            "manager": "مدیر نمونه", "founded": 1386, "partners": 2, "products": "کفش چرمی مردانه و زیرهٔ پلی‌یورتان",
            "history": "تا سال ۱۴۰۲ دو شیفت کار می‌کرد؛ پس از برگشت چک‌های یک فروشنده، خرید چرم نقدی شد و خط دوم از کار افتاد.",
        },
        [],
    ),
    (
        "CAPACITY",
        {
            "product": "کفش چرمی", "measure": "جفت در سال", "nominal": Decimal(120_000), "actual_percent": Decimal(12),
            "shifts": 1, "days": 210, "limit": "نبود چرم و زیره برای بیش از سه روز کار در هفته",
        },
        [],
    ),
    ("STAFF", {"licensed": 38, "present": 7, "insured": 6, "skilled": 4, "unpaid_months": 2, "best_year": 41}, []),
    (
        "DEBTS",
        {
            "bank": 18_500_000_000, "bank_overdue": 6_200_000_000, "insurance": 1_450_000_000, "tax": 380_000_000,
            "suppliers": 2_900_000_000,
        },
        [],
    ),
    (
        "SALES",
        {},
        [
            {"year": 1402, "amount": 96_000_000_000, "quantity": Decimal(88_000)},
            {"year": 1403, "amount": 41_000_000_000, "quantity": Decimal(31_000)},
            {"year": 1404, "amount": 17_500_000_000, "quantity": Decimal(12_400)},
        ],
    ),
)  # fmt: skip
FINDINGS: Final = (
    ("finance", "سرمایهٔ در گردش کمتر از یک ماه خرید چرم است و دو تسهیلات سررسید گذشته دارد.", 5, "گردش سه‌سالهٔ حساب بانکی"),
    ("market_sales", "هفتاد درصد فروش به یک عمده‌فروش است که چک‌هایش برگشت خورده است.", 4, "دفتر فروش و چک‌های برگشتی"),
    ("supply", "چرم نقدی و خرد خریده می‌شود؛ بهای هر جفت ۱۸ درصد بالا رفته است.", 4, "فاکتورهای شش ماه"),
    ("production_technology", "دستگاه تزریق زیره دو سال است سرویس نشده و ضایعات ۹ درصد است.", 3, "بازدید خط و دفتر ضایعات"),
)  # fmt: skip
TREE: Final = (
    (
        "symptom",
        "SYMPTOM",
        "خط دوم متوقف است و نیمی از کارگران رفته‌اند",
        "production_technology",
        "",
        "",
        "بازدید از خط",
    ),
    ("leather", "CAUSE", "چرم برای سه روز در هفته بیشتر نیست", "supply", "symptom", "", "شمارش انبار"),
    ("orders", "CAUSE", "سفارش‌ها به یک‌سوم رسیده است", "market_sales", "symptom", "", "دفتر سفارش دو سال"),
    ("cash", "ROOT", "liquidity", "finance", "leather", "PRIMARY", "گردش سه‌سالهٔ حساب بانکی"),
    ("overdue", "ROOT", "bank_debt", "finance", "leather", "CONTRIBUTING", "نامهٔ بانک"),
    ("buyer", "ROOT", "market", "market_sales", "orders", "CONTRIBUTING", "چک‌های برگشتی یک عمده‌فروش"),
    ("mould", "ROOT", "machinery", "production_technology", "orders", "CONTRIBUTING", "دفتر ضایعات"),
)
"""Key, kind, text or code of the catalogue, dimension, key of what it brings about, rank, what shows it."""
PROJECTS: Final = (
    (
        "working_capital", "تأمین سرمایهٔ در گردش با قرارداد خرید دین", 5, 4, 9_000_000_000, "BANK", "CAPACITY",
        Decimal(60), ("cash",), ("تکمیل پرونده", "تصویب در کمیتهٔ بانک", "خرید چرم سه‌ماهه"),
    ),
    (
        "debt_rescheduling", "استمهال دو تسهیلات سررسیدگذشته", 4, 4, 400_000_000, "OWN", "ARREARS",
        Decimal(2_000_000_000), ("overdue",), ("نامه به بانک", "پرداخت پیش‌قسط"),
    ),
    (
        "market_development", "فروش مستقیم به سه فروشگاه زنجیره‌ای", 4, 3, 900_000_000, "OWN", "SALES",
        Decimal(7_500_000_000), ("buyer",), ("نمونه‌سازی", "قرارداد آزمایشی"),
    ),
    (
        "machine_renewal", "تعمیر دستگاه تزریق زیره", 3, 5, 600_000_000, "OWN", "CAPACITY", Decimal(60), ("mould",),
        ("خرید قطعه", "راه‌اندازی"),
    ),
)  # fmt: skip
READINGS: Final = {-30: (12, 7, 1_400), 3: (34, 15, 3_900), 6: (52, 24, 5_800), 12: (76, 33, 8_200)}
"""Month of the follow-up (or days before the request): capacity in percent, staff, sales of a month in million rials."""
