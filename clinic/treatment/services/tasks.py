"""Tasks of a case: set, done, cancelled, and the reminder before their day. Locks: case, then task."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clinic.cases.choices import ENDED
from clinic.cases.models import Case
from clinic.cases.services.cases import locked_case, said
from clinic.treatment import policies, texts
from clinic.treatment.choices import TaskStatus
from clinic.treatment.errors import OtherCase
from clinic.treatment.models import CaseTask, Project
from clinic.treatment.permissions import TREAT, require
from clinic.treatment.services.notices import people_of, tell_people, tell_unit
from clinic.treatment.workflow import TASK
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply

REMIND_BEFORE = timedelta(days=2)


def set_task(
    *,
    case_id: int,
    text: str,
    due_on: date,
    by: Any,
    now: datetime,
    assignee: User | None = None,
    project: Project | None = None,
) -> CaseTask:
    """Set a task: for `assignee`, who leads the case or is in its team, or (None) for the unit; whoever it is, is told.

    Raises PermissionRefused, NotFound, WrongState, OtherCase, InvalidInput.
    """
    words = said(text, _("Write what is to be done."), field="text")[:300]
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, TREAT, case)
        policies.may_be_worked_on(case)
        if due_on < tehran_date(now):
            raise InvalidInput(_("This day has passed."), field="due_on", code="in_the_past")
        if assignee is not None and assignee not in people_of(case):
            raise InvalidInput(_("Only who works on the case can be given a task."), field="assignee", code="stranger")
        if project is not None and project.plan.case_id != case.pk:
            raise OtherCase(field="project")
        row = CaseTask.objects.create(
            case=case, project=project, text=words, assignee=assignee, for_unit=assignee is None, due_on=due_on,
            set_by=by, set_at=now,
        )  # fmt: skip
        record(action="treatment.task.set", by=by, target=row, now=now, data={"due": due_on.isoformat()})
        if assignee != by:
            _tell(texts.TASK_SET, row, case, key="set", now=now)
    return row


def finish(*, task_id: int, by: Any, now: datetime, note: str = "") -> CaseTask:
    """Note a task as done. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row = _locked(task_id)
        changes = {"closed_at": now, "closed_by": by, "note": normalise(note)[:300]}
        return apply(TASK, row, "finish", by=by, now=now, changes=changes)


def cancel(*, task_id: int, reason: str, by: Any, now: datetime) -> CaseTask:
    """Say that a task is no longer needed, and why. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    why = said(reason, _("Write why the task is no longer needed."))[:300]
    with transaction.atomic():
        changes = {"closed_at": now, "closed_by": by, "note": why}
        return apply(TASK, _locked(task_id), "cancel", by=by, now=now, reason=why, changes=changes)


def remind(*, now: datetime) -> int:
    """Write about every open task of a live case that is due within two days, or was missed yesterday; once each. How many."""
    today = tehran_date(now)
    days = [today + REMIND_BEFORE, today - timedelta(days=1)]
    due = CaseTask.objects.filter(status=TaskStatus.OPEN, due_on__in=days).exclude(case__status__in=ENDED)
    count = 0
    for row in due.select_related("case__request__applicant", "assignee").order_by("pk"):
        _tell(texts.TASK_DUE, row, row.case, key=f"due:{today.isoformat()}", now=now)
        count += 1
    return count


def _tell(template: Any, row: CaseTask, case: Case, *, key: str, now: datetime) -> None:
    params = {"day": row.due_on, "task": row.text}
    if row.assignee is not None:
        tell_people(template, case, [row.assignee], params, key=f"task:{row.pk}:{key}", now=now)
    else:
        tell_unit(template, case, params, key=f"task:{row.pk}:{key}", now=now)


def _locked(task_id: int) -> CaseTask:
    case_id = CaseTask.objects.filter(pk=task_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    case = locked_case(case_id)
    row: CaseTask = CaseTask.objects.select_for_update(of=("self",)).select_related("assignee").get(pk=task_id)
    row.case = case
    return row
