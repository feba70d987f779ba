"""The catalogue of causes as the field names them (domain notes §3.1): code, dimension, Persian and English name."""

from __future__ import annotations

from typing import Final

from clinic.choices import Dimension as D

CAUSES: Final[tuple[tuple[str, D, str, str], ...]] = (
    ("liquidity", D.FINANCE, "کمبود نقدینگی", "lack of liquidity"),
    ("bank_debt", D.FINANCE, "بدهی و معوقات بانکی", "debts and arrears at banks"),
    ("bank_seizure", D.FINANCE, "تملک بانک", "seizure by a bank"),
    ("raw_material", D.SUPPLY, "تأمین مواد اولیه", "supply of raw material"),
    ("market", D.MARKET_SALES, "نبود بازار و فروش", "no market, no sales"),
    ("management", D.MANAGEMENT_STRATEGY, "ضعف مدیریت", "weak management"),
    ("machinery", D.PRODUCTION_TECHNOLOGY, "فرسودگی ماشین‌آلات", "worn-out machines"),
    ("technology", D.PRODUCTION_TECHNOLOGY, "عقب‌ماندگی فناوری", "outdated technology"),
    ("insurance", D.LEGAL_INSURANCE_TAX, "تأمین اجتماعی و بیمه", "social insurance"),
    ("tax", D.LEGAL_INSURANCE_TAX, "مالیات", "tax"),
    ("partner_dispute", D.MANAGEMENT_STRATEGY, "اختلاف شرکا", "dispute between partners"),
    ("legal", D.LEGAL_INSURANCE_TAX, "مشکل حقوقی یا قضایی", "legal or court matter"),
    ("labour", D.HUMAN_RESOURCES, "کمبود نیروی ماهر", "lack of skilled labour"),
    ("energy", D.INFRASTRUCTURE_ENVIRONMENT, "محدودیت آب، برق یا گاز", "limits of water, power or gas"),
    ("permit", D.INFRASTRUCTURE_ENVIRONMENT, "مجوز و محیط‌زیست", "permits and environment"),
    ("import_competition", D.MARKET_SALES, "واردات بی‌رویه", "competition of imports"),
    ("infrastructure", D.INFRASTRUCTURE_ENVIRONMENT, "زیرساخت شهرک", "infrastructure of the estate"),
    ("other", D.MANAGEMENT_STRATEGY, "سایر", "other"),
)
