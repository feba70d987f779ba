"""Which tone (colour and sign) a word of a life cycle wears.

The words are those of docs/states.md. Every status is shown as a word first; the tone only helps the eye, so a
status that is not listed here is shown in the neutral tone and nothing is lost.
"""

from typing import Final

TONES: Final = ("neutral", "info", "ok", "warn", "stop", "craft")

ICON_OF_TONE: Final[dict[str, str]] = {
    "neutral": "circle",
    "info": "record-circle",
    "ok": "check-lg",
    "warn": "exclamation-triangle",
    "stop": "x-lg",
    "craft": "hourglass-split",
}

_WORDS: Final[dict[str, str]] = {
    "neutral": """
        draft planned not_serviced cancelled withdrawn not_awarded closed expired declined dropped blocked
        not_started settled queued superseded todo finished excused
    """,
    "info": """
        published submitted reviewed frozen drawn under_review scored in_call offered sent requested admitted
        team_assigned visited diagnosed in_treatment follow_up in_progress under_way running provisional optional proposed
        contracted delivered land_delivered under_construction booked committee_approved
    """,
    "ok": """
        open eligible awarded accepted accepted_by_unit available final active completed operating deed_issued approved
        plan_approved answered executed held done signed success revived improved verified valid succeeded registered present registration
    """,
    "warn": """
        correction_requested waiting awaiting_down_payment extended suspended idle returned warning pending
        expiring retrying late missed
    """,
    "stop": """
        ineligible refused rejected revoked terminated in_article_48 reclaimed not_revivable error failed
        overdue invalid absent
    """,
    "craft": "allocated transferred",
}

_TONE_OF_WORD: Final[dict[str, str]] = {word: tone for tone, words in _WORDS.items() for word in words.split()}


def tone_of(status: object) -> str:
    """Name of the tone of a status value in any letter case; "neutral" for an unknown one."""
    return _TONE_OF_WORD.get(str(status).lower(), "neutral")


def icon_of(tone: str) -> str:
    """Name of the sign that stands beside the word for this tone."""
    return ICON_OF_TONE.get(tone, ICON_OF_TONE["neutral"])
