"""Bodies of a state that are called by its name: "the US military", "Iraqi forces", "the British government"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.entities.lexicons import lexicons
from briefing.extract.entities.tokens import Sentence
from briefing.model import Span
from briefing.values import dataclass

_BODIES: Final = {
    ("military",): "military", ("army",): "army", ("forces",): "military", ("armed", "forces"): "military",
    ("navy",): "navy", ("air", "force"): "air force", ("coast", "guard"): "coast guard", ("police",): "police",
    ("government",): "government", ("parliament",): "parliament", ("foreign", "ministry"): "foreign ministry",
    ("defence", "ministry"): "defence ministry", ("defense", "ministry"): "defence ministry",
    ("interior", "ministry"): "interior ministry", ("health", "ministry"): "health ministry",
    ("finance", "ministry"): "finance ministry", ("security", "forces"): "security forces",
    ("central", "bank"): "central bank", ("embassy",): "embassy",
}  # fmt: skip
"""What follows the name of a country or its people, and what the body is called."""
_LONGEST: Final = 2
_PASSING: Final = frozenset(
    (noun,)
    for noun in (
        "officials", "official", "spokesman", "spokesperson", "base", "bases", "chief", "officers", "officer", "spending",
        "source", "sources", "personnel", "aid", "sites", "site", "vehicle", "vehicles", "action", "minister", "station",
    )
)  # fmt: skip
"""Nouns before which the body is only named in passing: "Iraqi government officials" are not the government."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state where it is called so."""

    name: str
    country: str
    span: Span


def bodies(sentences: Sequence[Sentence]) -> list[Body]:
    """Return the places that call a body of a state by the state's name, in order; "the" before it is in the span."""
    country_of = lexicons().country_of
    found: list[Body] = []
    for sentence in sentences:
        words = sentence.words
        for at in [at for at in sentence.marked if words[at] in country_of]:
            word, country = words[at], country_of[words[at]]
            first = at + 1 + (words[at + 1 : at + 2] in {("'s",), ("’s",)})
            for size in range(_LONGEST, 0, -1):
                end = first + size
                noun = _BODIES.get(tuple(words[first:end]))
                if noun and end <= len(words) and words[end : end + 1] not in _PASSING:
                    start = at - (at > 0 and words[at - 1] in {"the", "The"})
                    name = word if first == at + 1 else country
                    found.append(Body(f"{name} {noun}", country, Span(sentence.starts[start], sentence.ends[end - 1])))
                    break
    return found
