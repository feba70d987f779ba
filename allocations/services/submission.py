"""Handing in: what was said is kept word for word, and a receipt is given for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from allocations import step_policy, texts
from allocations.choices import Step, VersionCause
from allocations.engine import canonical
from allocations.errors import Incomplete
from allocations.form_facts import form_facts
from allocations.models import Application, Choice, Receipt, SubmissionVersion
from allocations.models.submission import RECEIPT_PREFIX
from allocations.services.call_notices import tell
from core.codes import with_new_code
from core.errors import Text
from core.jobs import services as jobs

RECEIPT_JOB = "allocations.receipt_pdf"
_TEXTS = {
    VersionCause.SUBMITTED: texts.RECEIPT,
    VersionCause.EDITED: texts.CHANGED,
    VersionCause.CORRECTED: texts.CORRECTED,
}

SNAPSHOT_FIELDS = (
    "licence_kind",
    "licence_number",
    "licence_issued_on",
    "licence_valid_until",
    "years_licensed",
    "master_craftsman",
    "guild_member",
    "cluster_member",
    "quality_seals",
    "fairs_attended",
    "apprentices_trained",
    "workplace_kind",
    "jobs_now",
    "jobs_promised",
    "investment_rials",
    "area_needed",
    "plan_summary",
    "any_other_plot",
    "amount",
    "declares_no_other_unit",
    "residence_county",
)


def refuse_incomplete(application: Application, now: datetime, *, ignore: frozenset[Step] = frozenset()) -> None:
    """Raise Incomplete with every problem by step, unless the form can be handed in as it stands."""
    found = step_policy.problems(form_facts(application, now))
    errors: dict[str, list[Text]] = {
        step.value: [problem.text for problem in listed]
        for step, listed in found.items()
        if listed and step not in ignore
    }
    if errors:
        raise Incomplete(errors=errors)


def expand_choices(application: Application) -> None:
    """After the plots that were named, all others of the call in its published order, when that was asked for."""
    application.choices.filter(named=False).delete()
    if not application.any_other_plot:
        return
    named = list(application.choices.values_list("call_plot_id", flat=True))
    others = application.call.call_plots.exclude(pk__in=named).order_by("position").values_list("pk", flat=True)
    Choice.objects.bulk_create(
        Choice(application=application, call_plot_id=plot, position=place, named=False)
        for place, plot in enumerate(others, start=len(named) + 1)
    )


def keep_version(
    application: Application, *, cause: VersionCause, by: Any, moment: datetime, idempotency_key: str = ""
) -> Receipt:
    """Keep the form as it stands, give a receipt, ask for its PDF and tell the applicant. The caller holds the lock."""
    number = application.versions.count() + 1
    form = canonical.dumps(describe(application, number=number, moment=moment))
    version = SubmissionVersion.objects.create(
        application=application,
        number=number,
        cause=cause,
        form_json=form.decode(),
        sha256=canonical.sha256_hex(form),
        idempotency_key=idempotency_key,
        by=by,
        at=moment,
    )
    receipt = with_new_code(
        lambda code: Receipt.objects.create(application=application, version=version, code=code, issued_at=moment),
        at=moment,
        prefix=RECEIPT_PREFIX,
    )
    jobs.request(kind=RECEIPT_JOB, key=receipt.code, payload={"receipt": receipt.pk}, by=by, now=moment)
    _tell(receipt, cause)
    return receipt


def is_as_handed_in(application: Application) -> bool:
    """Whether the form says what its newest version says (the same page sent twice)."""
    newest = application.versions.latest("number")
    form = canonical.dumps(describe(application, number=newest.number, moment=newest.at))
    return bool(canonical.sha256_hex(form) == newest.sha256)


def describe(application: Application, *, number: int, moment: datetime) -> dict[str, Any]:
    """The form as one document: who, what, which plots, which papers (with the digest of each file)."""
    party = application.applicant.party
    return {
        "format": "zanjan-application-form/1",
        "track": application.tracking_code,
        "call": application.call.slug,
        "rules_sha256": application.call.rules_sha256,
        "version": number,
        "handed_in_at": moment.isoformat(),
        "applicant": {
            "kind": application.applicant.kind,
            "name": application.applicant.display_name,
            "identifier": application.applicant.identifier,
            "birth_date": _plain(getattr(party, "birth_date", None)),
            "phone": party.phone,
            "county": party.county,
            "city": party.city,
            "address": party.address,
            "postal_code": party.postal_code,
        },
        "trade": application.trade.code if application.trade else None,
        **{name: _plain(getattr(application, name)) for name in SNAPSHOT_FIELDS},
        "choices": [
            {"plot": row.call_plot.plot.code, "named": int(row.named)}
            for row in application.choices.select_related("call_plot__plot").order_by("position")
        ],
        "groups": sorted(application.group_claims.values_list("group__code", flat=True)),
        "papers": [
            {"paper": row.requirement.code, "sha256": row.file.sha256}
            for row in application.papers.filter(replaced_at__isnull=True).select_related("requirement", "file")
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _tell(receipt: Receipt, cause: VersionCause) -> None:
    application = receipt.application
    call = application.call
    params = {"call": call.title, "code": receipt.code, "closes": call.closes_at}
    tell(_TEXTS[cause], application, params, key=f"receipt:{receipt.code}", now=receipt.issued_at)
