"""Readings seen by somebody else: the review of a month, one reading with its history, and its correction."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.errors import DomainError, NotFound, PermissionRefused
from core.fields.language import local_digits
from programs import permissions
from programs.choices import ReadingStatus
from programs.forms.readings import CorrectionForm, DecisionForm
from programs.month_codes import code_of, month_of
from programs.reading_facts import names_of
from programs.selectors import readings as selectors
from programs.selectors.readings import Line
from programs.services import reading_entry
from programs.views.reading_common import UNREADABLE, sections, sheet_url


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, slug: str, month: str) -> HttpResponse:
    """What waits for approval of a programme and month, with its evidence beside."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    sheet = selectors.to_review(slug, month_of(month))
    if not sheet.lines:
        messages.info(request, _("Everything here has been decided."))
        return redirect("readings:list")
    mine = [line for line in sheet.lines if line.open is not None and line.open.author_id == user.pk]
    may_decide = user.has_perm(permissions.REVIEW_READING)
    lines = [line for line in sheet.lines if line not in mine] if may_decide else []
    form = DecisionForm(request.POST or None, lines=lines)
    if request.method == "POST":
        permissions.require(user, permissions.REVIEW_READING)
        if form.is_valid():
            answer = _decide(request, form, user)
            if answer is not None:
                return answer
    context = {
        "form": form, "sheet": sheet, "sections": sections(sheet, None), "may_decide": bool(lines),
        "decidable": {line.open.pk for line in lines if line.open is not None}, "mine": mine,
        "chosen": _chosen(form), "papers": selectors.papers_of(sheet.lines).values(), "now": clock.now(),
    }  # fmt: skip
    return render(request, "programs/readings/review.html", context, status=UNREADABLE if form.errors else 200)


def _decide(request: HttpRequest, form: DecisionForm, user: Any) -> HttpResponse | None:
    approves = request.POST.get("act") == "approve"
    act = reading_entry.approve_all if approves else reading_entry.return_all
    ids, note = form.cleaned_data["readings"], form.cleaned_data["note"]
    try:
        done = act(reading_ids=ids, note=note, by=user, now=clock.now())
    except PermissionRefused:
        raise
    except DomainError as refusal:
        form.add_error("note" if refusal.field == "note" else None, refusal.message)
        return None
    count = len(done)
    text = (
        ngettext("%(count)s figure was approved.", "%(count)s figures were approved.", count)
        if approves
        else ngettext("%(count)s figure was given back.", "%(count)s figures were given back.", count)
    )
    messages.success(request, text % {"count": local_digits(count)})
    return redirect("readings:list")


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One reading: what it says, on what evidence, and everything that was said for the same month."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    row = selectors.reading(pk)
    line = Line(row.series, row.target, "", names_of(row.series, row.target), open=row)
    counts = row.status == ReadingStatus.APPROVED and not row.superseded
    context = {
        "reading": row, "line": line, "history": selectors.history(row),
        "parts": row.parts.select_related("county", "trade"), "papers": row.evidence.select_related("file"),
        "may_correct": counts and user.has_perm(permissions.WRITE_READING),
        "may_edit": row.status in (ReadingStatus.DRAFT, ReadingStatus.RETURNED) and user.has_perm(permissions.WRITE_READING, row),
        "may_review": row.status == ReadingStatus.SUBMITTED and user.has_perm(permissions.REVIEW_READING, row),
        "sheet_url": sheet_url(row.programme, row.month), "month_code": code_of(row.month),
    }  # fmt: skip
    return render(request, "programs/readings/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """A new reading in the place of one that counts."""
    user: Any = request.user
    permissions.require(user, permissions.WRITE_READING)
    row = selectors.reading(pk)
    if row.status != ReadingStatus.APPROVED or row.superseded:
        raise NotFound()
    line = Line(row.series, row.target, "", names_of(row.series, row.target), counting=row)
    form = CorrectionForm(request.POST or None, request.FILES or None, line=line, reading=row)
    if request.method == "POST" and form.is_valid():
        has_parts = bool(getattr(row.target, "dimensions", []))
        try:
            new = reading_entry.correct(
                reading_id=row.pk, values=form.values(), note=form.cleaned_data["note"],
                uploads=form.cleaned_data["evidence"], by=user, now=clock.now(), hand_in=not has_parts,
            )  # fmt: skip
        except PermissionRefused:
            raise
        except DomainError as refusal:
            field = "evidence" if refusal.field == "file" else refusal.field
            form.add_error(field if field in form.fields else None, refusal.message)
        else:
            if has_parts:
                messages.success(request, _("The correction is a draft: enter its parts and hand the month in."))
                return redirect(sheet_url(row.programme, row.month))
            messages.success(request, _("The correction waits for approval. Until then the old figure counts."))
            return redirect("readings:detail", new.pk)
    context = {"form": form, "reading": row, "line": line}
    return render(request, "programs/readings/correct.html", context, status=UNREADABLE if form.errors else 200)


def _chosen(form: DecisionForm) -> set[int]:
    value = form["readings"].value() or []
    return {int(pk) for pk in value if str(pk).isdecimal()}
