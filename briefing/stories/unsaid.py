"""Gaps: what one would ask of an event of a kind, and which reports answer it.

A gap is claimed where neither a finding nor a word of the subject stands in the text: an article that says "no deaths
were reported" is not silent on them, and one that names a town or a day tells where and when.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.model import Analysis, ClaimStatus, EntityType, EventType, Role, TimexType

QUESTIONS: Final = {
    "who": "who did it",
    "whom": "to whom it was done",
    "where": "where",
    "when": "when",
    "means": "with what",
    "claim": "who claims it",
    "killed": "how many were killed",
    "injured": "how many were hurt",
    "missing": "how many are missing",
    "detained": "how many were arrested",
    "displaced": "how many had to leave",
    "money": "what it costs",
}
"""What one asks, by slot."""
_SETTING: Final = ("where", "when")
_HARM: Final = ("killed", "injured")
SLOTS: Final[Mapping[EventType, tuple[str, ...]]] = {
    EventType.ATTACK: ("who", "whom", *_SETTING, "means", *_HARM, "claim"),
    EventType.CONFLICT: ("who", "whom", *_SETTING, *_HARM, "displaced"),
    EventType.CRIME: ("who", "whom", *_SETTING, "detained"),
    EventType.LEGAL: ("who", "whom", *_SETTING),
    EventType.ELECTION: ("who", *_SETTING),
    EventType.PROTEST: ("who", *_SETTING, "injured", "detained"),
    EventType.STRIKE: ("who", *_SETTING),
    EventType.ACCIDENT: (*_SETTING, *_HARM, "missing"),
    EventType.DISASTER: (*_SETTING, *_HARM, "missing", "displaced", "money"),
    EventType.WEATHER: (*_SETTING, *_HARM, "displaced", "money"),
    EventType.RESCUE: ("who", "whom", *_SETTING),
    EventType.HEALTH: (*_SETTING, *_HARM),
    EventType.AGREEMENT: ("who", *_SETTING),
    EventType.MEETING: ("who", *_SETTING),
    EventType.SANCTION: ("who", "whom", "when"),
    EventType.STATEMENT: ("who", "when"),
    EventType.APPOINTMENT: ("who", "whom", "when"),
    EventType.DEATH: ("whom", *_SETTING),
    EventType.BUSINESS: ("who", "when", "money"),
    EventType.SPORT: ("who", *_SETTING),
}
"""What is asked of an event, by its kind."""
ALWAYS: Final = ("who", *_SETTING)
"""What is asked of any other."""
SUBJECTS: Final = {
    "killed": re.compile(r"\b(?:kill|dead\b|death|die[ds]?\b|dying|fatal|casualt|toll\b)", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injur|wound|hurt\b|casualt|unhurt|unharmed|hospital)", re.IGNORECASE),
    "missing": re.compile(r"\b(?:missing|unaccounted|search(?:es|ed|ing)?\b)", re.IGNORECASE),
    "detained": re.compile(r"\b(?:arrest|detain|custody|suspect)", re.IGNORECASE),
    "displaced": re.compile(
        r"\b(?:displac|evacuat|flee|fled\b|leave their|left their|shelter|homeless)", re.IGNORECASE
    ),
    "money": re.compile(r"\b(?:cost|damage|price|worth)|[$€£]", re.IGNORECASE),
}
"""Words that show that a text speaks of the subject, with a number or without."""

PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
DAYS: Final = frozenset({TimexType.DATE, TimexType.TIME})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that one would ask of the event, and the reports that answer it."""

    slot: str
    words: str
    told: tuple[str, ...]
    """Ids of the articles that do."""


def asked(analyses: Sequence[Analysis]) -> tuple[Asked, ...]:
    """Return what one would ask of the main event, each with the reports that answer it; nothing where none has events."""
    kind = main_kind(analyses)
    if kind is None:
        return ()
    return tuple(
        Asked(slot, QUESTIONS[slot], tuple(one.article.id for one in analyses if _tells(one, slot, kind)))
        for slot in SLOTS.get(kind, ALWAYS)
    )


def unsaid(analyses: Sequence[Analysis]) -> tuple[Asked, ...]:
    """Return what no report answers."""
    return tuple(one for one in asked(analyses) if not one.told)


def main_kind(analyses: Sequence[Analysis]) -> EventType | None:
    """Return the kind of event that most of the articles tell of first; the first of equals."""
    kinds = [analysis.events[0].type for analysis in analyses if analysis.events]
    return max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind)), default=None)


def _tells(analysis: Analysis, slot: str, kind: EventType) -> bool:
    events = [event for event in analysis.events if event.type is kind] or list(analysis.events[:1])
    match slot:
        case "who":
            return any(event.agent for event in events) or _is_claimed(analysis)
        case "whom":
            return any(event.target for event in events)
        case "where":
            return any(entity.type in PLACES for entity in analysis.entities) or any(event.place for event in events)
        case "when":
            return any(found.first and found.type in DAYS for found in analysis.dates)
        case "means":
            return any(event.means for event in events)
        case "claim":
            return _is_claimed(analysis)
    has_figure = any(figure.role is Role(slot) for figure in analysis.figures)
    return has_figure or bool(SUBJECTS[slot].search(analysis.article.text))


def _is_claimed(analysis: Analysis) -> bool:
    return any(claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY for claim in analysis.claims)
