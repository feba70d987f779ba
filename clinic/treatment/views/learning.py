"""What the clinic learned, and by which rule it ranks projects."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from clinic.treatment import permissions
from clinic.treatment.forms.learning import FilterForm, RuleForm
from clinic.treatment.models import RankRule
from clinic.treatment.ranking import DEFAULT
from clinic.treatment.selectors.learning import lessons as learned
from clinic.treatment.services import catalogue
from core import clock
from core.web.forms import answer_form, carry_out


@require_safe
@never_cache
def lessons(request: HttpRequest) -> HttpResponse:
    """Which remedies, for which causes, in which trades, were followed by revival; nothing under five units."""
    permissions.require(request.user, permissions.LEARN)
    form = FilterForm(request.GET or None)
    given: dict[str, Any] = {}
    status = 200
    if form.is_bound:
        if form.is_valid():
            given = {f"{name}_id": row.pk for name, row in form.cleaned_data.items() if row is not None}
        else:
            status = 400
    context = {
        "form": form, "found": learned(**given), "filtered": bool(given),
        "may_tune": request.user.has_perm(permissions.TUNE),
    }  # fmt: skip
    return render(request, "clinic/treatment/lessons.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def rule(request: HttpRequest) -> HttpResponse:
    """By which rule projects are ranked, and a form for another one."""
    user: Any = request.user
    permissions.require(user, permissions.TUNE)
    rules = list(RankRule.objects.select_related("made_by"))
    current = rules[0].as_rule() if rules else DEFAULT
    form = RuleForm(request.POST if request.method == "POST" else None, initial=RuleForm.present(current))
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: catalogue.set_rule(by=user, now=clock.now(), **form.values()))
        if status == 200 and not form.errors:
            messages.success(request, _("New plans are ranked by this rule."))
            return redirect("learning:rule")
    context = {"current": current, "rules": rules}
    return answer_form(request, "clinic/treatment/rule.html", form, context, status=status)
