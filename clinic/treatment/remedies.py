"""The catalogue of remedies: what clinics prescribe against the causes of the field (domain notes §3.1)."""

from __future__ import annotations

from typing import Final

REMEDIES: Final[tuple[tuple[str, str, str], ...]] = (
    ("working_capital", "تأمین سرمایهٔ در گردش", "working capital"),
    ("debt_rescheduling", "استمهال و تقسیط بدهی بانکی", "rescheduling of bank debts"),
    ("release_from_bank", "بازپس‌گیری واحد از بانک", "release from the bank"),
    ("insurance_instalments", "تقسیط بدهی بیمه", "instalments for insurance debts"),
    ("tax_settlement", "حل اختلاف و تقسیط مالیات", "settlement and instalments of tax"),
    ("supply_contract", "قرارداد تأمین مواد اولیه", "contract for raw material"),
    ("market_development", "توسعهٔ بازار و فروش", "development of market and sales"),
    ("export", "ورود به بازار صادراتی", "entry into export"),
    ("product_change", "تغییر یا تکمیل محصول", "change of the product"),
    ("machine_renewal", "نوسازی ماشین‌آلات", "renewal of machines"),
    ("technology", "به‌روزکردن فناوری", "new technology"),
    ("management_change", "اصلاح مدیریت و ساختار", "change of management and structure"),
    ("partner_settlement", "سازش یا جدایی شرکا", "settlement between partners"),
    ("new_investor", "جذب شریک یا سرمایه‌گذار", "new partner or investor"),
    ("legal_action", "پیگیری حقوقی و قضایی", "legal action"),
    ("skills", "آموزش و جذب نیروی ماهر", "training and hiring of skilled people"),
    ("energy", "تأمین و صرفه‌جویی انرژی", "supply and saving of energy"),
    ("permit", "تمدید یا اصلاح مجوز", "renewal or change of permits"),
    ("other", "سایر", "other"),
)
"""Code, Persian and English name."""
