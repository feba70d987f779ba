"""The life of a message."""

from __future__ import annotations

from core.messages.choices import MessageStatus as S
from core.transitions import Table, Transition, register, sources


def _arrow(name: str, target: str, *origins: str) -> Transition:
    return Transition(name, sources(*origins), target, "", f"outbox.message.{name}")


MESSAGE = register(
    Table(
        name="outbox.message",
        states=tuple(S.values),
        initial=S.QUEUED,
        transitions=(
            _arrow("hand_over", S.SENDING, S.QUEUED),
            _arrow("put_back", S.QUEUED, S.SENDING),
            _arrow("accept", S.SENT, S.SENDING),
            _arrow("confirm", S.DELIVERED, S.SENDING, S.SENT, S.UNKNOWN),
            _arrow("lose", S.UNKNOWN, S.SENDING),
            _arrow("give_up", S.FAILED, S.QUEUED, S.SENDING),
        ),
        ends=frozenset({S.DELIVERED, S.FAILED}),
    )
)
