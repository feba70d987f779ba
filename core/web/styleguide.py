"""Every component on one page with example data, while DEBUG is on."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from core.fields.dates import JalaliDateField
from core.fields.filters import NumberRangeField
from core.fields.forms import NationalCodeField, RialField
from core.web.components.figures import progress

STATUSES: Final = (
    ("DRAFT", "پیش‌نویس"),
    ("UNDER_REVIEW", "در دست بررسی"),
    ("CORRECTION_REQUESTED", "نیازمند تکمیل مدارک"),
    ("ELIGIBLE", "واجد شرایط"),
    ("INELIGIBLE", "فاقد شرایط"),
    ("ALLOCATED", "تخصیص‌یافته"),
)
CHART: Final[dict[str, Any]] = {
    "type": "bar",
    "categories": ["چاقوسازی", "مسگری", "ملیله‌کاری", "چاروق‌دوزی", "سفالگری"],
    "series": [
        {"name": "متقاضی", "values": [96, 71, 38, 12, 8]},
        {"name": "واحد", "values": [38, 32, 10, 15, 8]},
    ],
    "unit": "نفر",
}
RANKED: Final = (
    {"id": "ZR-A07", "label": "واحد الف ۷", "hint": "۲۴ متر مربع، نزدیک در ورودی"},
    {"id": "ZR-A08", "label": "واحد الف ۸", "hint": "۲۴ متر مربع"},
    {"id": "ZR-B02", "label": "واحد ب ۲", "hint": "۳۶ متر مربع، دو بر"},
)
MAP_STATUSES: Final = (
    ("AVAILABLE", "آمادهٔ واگذاری"),
    ("IN_CALL", "در فراخوان"),
    ("OFFERED", "پیشنهادشده"),
    ("CONTRACTED", "دارای قرارداد"),
    ("IDLE", "راکد"),
    ("RECLAIMED", "بازپس‌گرفته"),
    ("PLANNED", "پیش‌بینی‌شده"),
    ("ALLOCATED", "تخصیص‌یافته"),
)


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="نام و نام خانوادگی", max_length=80)
    national_code = NationalCodeField(label="کد ملی", help_text="ده رقم، همان که روی کارت ملی است؛ نمونه: ۰۰۱۲۳۴۵۶۷۹")
    born = JalaliDateField(label="تاریخ تولد", help_text="نمونه: ۷ اسفند ۱۳۶۲", required=False)
    investment = RialField(label="سرمایه‌گذاری به ریال", required=False)
    craft = forms.ChoiceField(
        label="رشتهٔ صنعت", choices=[("", "انتخاب کنید"), ("knife", "چاقوسازی"), ("copper", "مسگری")]
    )
    kind = forms.ChoiceField(
        label="متقاضی کیست؟",
        choices=[("natural", "شخص حقیقی"), ("legal", "شخص حقوقی")],
        widget=forms.RadioSelect,
        help_text="شخص حقوقی با امضای صاحبان امضای مجاز درخواست می‌دهد.",
    )
    licences = forms.MultipleChoiceField(
        label="کدام پروانه‌ها را دارید؟",
        choices=[
            ("workshop", "پروانهٔ تولید کارگاهی"),
            ("individual", "پروانهٔ تولید انفرادی"),
            ("card", "کارت شناسایی صنعتگر"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    plan = forms.CharField(label="طرح خود را بنویسید", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    paper = forms.FileField(label="تصویر پروانه", help_text="JPEG، PNG یا PDF تا ۱۰ مگابایت", required=False)
    truth = forms.BooleanField(label="درستی آنچه نوشته‌ام را می‌پذیرم.")


class SampleFilters(forms.Form):
    """What a list is filtered by."""

    text = forms.CharField(label="جست‌وجو", required=False)
    county = forms.ChoiceField(
        label="شهرستان", choices=[("", "همه"), ("zanjan", "زنجان"), ("abhar", "ابهر")], required=False
    )
    area = NumberRangeField(label="متراژ", required=False)
    utilities = forms.MultipleChoiceField(
        label="زیرساخت",
        choices=[("water", "آب"), ("power", "برق"), ("gas", "گاز")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _plan() -> dict[str, Any]:
    """A plan in metres with one plot of each status, two rows of four."""
    features = []
    for index, (status, label) in enumerate(MAP_STATUSES):
        x, y = 14 * (index % 4), 22 * (index // 4)
        ring = [[x, y], [x + 12, y], [x + 12, y + 18], [x, y + 18], [x, y]]
        properties = {
            "code": f"ZR-A0{index + 1}",
            "label": f"واحد {index + 1}",
            "status": status,
            "status_label": label,
        }
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Polygon", "coordinates": [ring]},
                "properties": properties,
            }
        )
    return {"type": "FeatureCollection", "features": features}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def styleguide(request: HttpRequest) -> HttpResponse:
    """GET shows the components; POST shows the sample form with its errors."""
    messages.success(request, "پروندهٔ شما ذخیره شد.")
    plan = _plan()
    context = {
        "form": SampleForm(request.POST, request.FILES) if request.method == "POST" else SampleForm(),
        "filters": SampleFilters(),
        "statuses": STATUSES,
        "chart_data": CHART,
        "chart_rows": list(zip(CHART["categories"], *(row["values"] for row in CHART["series"]), strict=True)),
        "chosen": RANKED,
        "plan": plan,
        "plots": [feature["properties"] for feature in plan["features"]],
        "map_statuses": MAP_STATUSES,
    }
    return render(request, "components/styleguide.html", context)


@login_not_required
@require_safe
def styleguide_progress(request: HttpRequest) -> HttpResponse:
    """What the progress of the page becomes when it has polled once: done, and polling no more."""
    return HttpResponse(progress(100, "انجام شد.", state="done"))


urlpatterns = [
    path("", styleguide, name="styleguide"),
    path("progress/", styleguide_progress, name="styleguide_progress"),
]
