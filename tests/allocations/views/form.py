"""What a browser types into the form, and where."""

from __future__ import annotations

from django.urls import reverse

from allocations.models import Application

CRAFT = {
    "trade": "knife_making",
    "licence_kind": "ARTISAN_CARD",
    "licence_number": "ز/۱۲۳۴",
    "licence_issued_on_day": "۱۲",
    "licence_issued_on_month": "2",
    "licence_issued_on_year": "۱۳۹۵",
    "years_licensed": "۸",
}
PLAN = {
    "workplace_kind": "RENTED",
    "jobs_now": "۲",
    "jobs_promised": "٣",
    "investment_rials": "۲۰٬۰۰۰٬۰۰۰٬۰۰۰",
    "area_needed": "80",
    "plan_summary": "چاقوی دسته‌استخوانی",
}


def step(application: Application, name: str) -> str:
    return reverse("applications:step", args=[application.tracking_code, name])


def detail(application: Application, name: str = "detail") -> str:
    return reverse(f"applications:{name}", args=[application.tracking_code])
