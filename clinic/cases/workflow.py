"""Life of a request, of an appointment and of a case."""

from __future__ import annotations

from clinic.cases import request_policies as when
from clinic.cases.choices import AppointmentStatus as A
from clinic.cases.choices import RequestStatus as R
from clinic.cases.request_permissions import CANCEL, DECIDE, NOTE, OWN
from core.transitions import Table, Transition, register, sources

REQUEST = register(
    Table(
        name="cases.request",
        states=tuple(R.values),
        initial=R.SUBMITTED,
        ends=sources(R.REFUSED, R.ANSWERED, R.WITHDRAWN),
        transitions=(
            Transition(
                "admit", sources(R.SUBMITTED), R.ADMITTED, DECIDE, "clinic.request.admitted", when.may_be_admitted
            ),
            Transition("refuse", sources(R.SUBMITTED), R.REFUSED, DECIDE, "clinic.request.refused"),
            Transition(
                "answer", sources(R.SUBMITTED, R.ADMITTED), R.ANSWERED, DECIDE, "clinic.request.answered",
                when.may_be_answered,
            ),
            Transition(
                "withdraw", sources(R.SUBMITTED, R.ADMITTED), R.WITHDRAWN, OWN, "clinic.request.withdrawn",
                when.may_be_withdrawn,
            ),
        ),
    )
)  # fmt: skip

APPOINTMENT = register(
    Table(
        name="cases.appointment",
        states=tuple(A.values),
        initial=A.BOOKED,
        ends=sources(A.HELD, A.MISSED, A.CANCELLED),
        transitions=(
            Transition("hold", sources(A.BOOKED), A.HELD, NOTE, "clinic.appointment.held", when.may_be_noted),
            Transition("miss", sources(A.BOOKED), A.MISSED, NOTE, "clinic.appointment.missed", when.may_be_noted),
            Transition(
                "cancel", sources(A.BOOKED), A.CANCELLED, CANCEL, "clinic.appointment.cancelled", when.may_be_cancelled
            ),
            # Nobody's decision: the request it belongs to was closed.
            Transition("lapse", sources(A.BOOKED), A.CANCELLED, "", "clinic.appointment.lapsed"),
        ),
    )
)
