"""The sheet units and their readings are brought in from."""

from __future__ import annotations

from typing import Final

from clinic.units.choices import LicenceKind
from core.sheets import Layout

HEADINGS: Final = {
    "code": "کد واحد",
    "name": "نام واحد",
    "trade": "رشته",
    "county": "شهرستان",
    "estate": "شهرک یا ناحیه",
    "plot": "کد قطعه",
    "place": "نشانی",
    "owner": "شناسه یا کد ملی مالک",
    "licence_kind": "نوع مجوز",
    "licence_number": "شماره مجوز",
    "licence_date": "تاریخ مجوز",
    "products": "محصولات",
    "nominal_capacity": "ظرفیت اسمی سالانه",
    "capacity_unit": "واحد ظرفیت",
    "licensed_staff": "کارکنان طبق مجوز",
    "founded_on": "تاریخ تأسیس",
    "measured_on": "تاریخ سنجش",
    "actual_capacity_percent": "درصد ظرفیت عملی",
    "staff": "شاغلان کنونی",
    "insured_staff": "شمار بیمه‌شدگان",
    "sales_rials": "فروش ماهانه (ریال)",
    "power_kwh": "مصرف برق ماهانه (کیلووات‌ساعت)",
    "arrears_bank": "معوقات بانکی (ریال)",
    "arrears_tax": "بدهی مالیاتی (ریال)",
    "arrears_insurance": "بدهی بیمه (ریال)",
}
"""Column → heading. A row names a unit that is on the register by its code or licence, or a new one; from the day of
measuring on stand the columns of a reading, which may be left empty."""

LICENCES: Final = {
    LicenceKind.OPERATING: "پروانه بهره‌برداری",
    LicenceKind.ESTABLISHMENT: "جواز تأسیس",
    LicenceKind.CRAFT: "مجوز صنایع دستی",
    LicenceKind.GUILD: "پروانه کسب",
}
"""Kinds of licence as the sheet names them, whatever the language of the page."""

MOST_ROWS: Final = 2_000
LAYOUT: Final = Layout(
    headings=HEADINGS, needed=("name", "trade", "county"), most_rows=MOST_ROWS, title="واحدهای صنعتی"
)
