"""The words that tell of events, by type of event, and the other word lists that the slots are filled by."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from briefing.extract.events.grammar import grammar, inflected, words_of
from briefing.model import EventType

Phrase = tuple[tuple[str, ...], EventType, bool]
"""The words after the first, the type, and whether it takes an object."""
SAME_IN_PLURAL: Final = frozenset({"arson", "piracy", "unrest", "gunfire", "fighting"})

NO_PARTICIPLES: Final = words_of("hundred sacred naked wicked united indeed exceed shed seed speed breed ahmed reed")

NO_GERUNDS: Final = words_of(
    "building morning evening nothing something anything everything wedding ceiling clothing sibling offspring darling"
    " sterling housing funding earning feeling training spring meeting hearing warning bombing shooting killing stabbing"
    " trading banking engineering manufacturing advertising marketing lightning pudding boeing beijing outstanding"
)


MOST_KEPT: Final = 1 << 13
"""The words that are remembered at most."""


class Formed(dict[str, tuple[str, str] | None]):
    """For each word the base and the tense of the verb whose form it can be; unknown words in -ed and -ing are participles."""

    __slots__ = ("_forms",)

    def __init__(self, forms: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._forms = forms

    def __missing__(self, low: str) -> tuple[str, str] | None:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[low] = self._forms.get(low) or _participle(low)
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon with its words inflected."""

    forms: dict[str, tuple[str, str]]
    """A verb's form: its base and its tense; common verbs are in it too."""
    form: Callable[[str], tuple[str, str] | None]
    """Returns the base and the tense of a verb's form; unknown words in -ed and -ing are participles."""
    verbs: dict[str, tuple[tuple[EventType, bool], ...]]
    """The base of a verb: the types it can tell of, each with whether it takes an object."""
    verb_phrases: dict[str, tuple[Phrase, ...]]
    nouns: dict[str, tuple[EventType, ...]]
    noun_phrases: dict[str, tuple[Phrase, ...]]
    topics: dict[str, tuple[EventType, ...]]
    """Words that make a type more likely without telling of an event."""


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    raw: dict[str, dict[str, str]] = json.loads(
        resources.files(__package__).joinpath("lexicon.json").read_text("utf-8")
    )
    rules = grammar()
    forms = dict(rules.common)
    verbs: dict[str, dict[tuple[EventType, bool], None]] = {}
    nouns: dict[str, dict[EventType, None]] = {}
    topics: dict[str, dict[EventType, None]] = {}
    verb_phrases: dict[str, list[Phrase]] = {}
    noun_phrases: dict[str, list[Phrase]] = {}
    for name, lists in raw.items():
        kind = EventType(name)
        for part in ("verbs", "intransitive"):
            for entry in lists[part].split():
                base, *rest = entry.split("_")
                if rest:
                    verb_phrases.setdefault(base, []).append((tuple(rest), kind, part == "verbs"))
                else:
                    verbs.setdefault(base, {})[kind, part == "verbs"] = None
                if base not in forms or forms[base][1] != "base":
                    for form, tense in inflected(base, irregular=rules.irregular, double=rules.double):
                        forms.setdefault(form, (base, tense))
        for entry in lists["nouns"].split():
            first, *rest = entry.split("_")
            if rest:
                noun_phrases.setdefault(first, []).append((tuple(rest), kind, False))
                continue
            for form in {first, *_plural(first)}:
                nouns.setdefault(form, {})[kind] = None
        for entry in lists["topic"].split():
            topics.setdefault(entry, {})[kind] = None
    return Lexicon(
        forms,
        Formed(forms).__getitem__,
        {base: tuple(senses) for base, senses in verbs.items()},
        {first: tuple(phrases) for first, phrases in verb_phrases.items()},
        {form: tuple(kinds) for form, kinds in nouns.items()},
        {first: tuple(phrases) for first, phrases in noun_phrases.items()},
        {word: tuple(kinds) for word, kinds in topics.items()},
    )


def _participle(low: str) -> tuple[str, str] | None:
    if low.endswith("ed") and len(low) > 4 and low not in NO_PARTICIPLES and "-" not in low:
        return low, "ed"
    if low.endswith("ing") and len(low) > 6 and low not in NO_GERUNDS and "-" not in low:
        return low, "ing"
    return None


def _plural(noun: str) -> tuple[str, ...]:
    if noun.endswith("s") or noun in SAME_IN_PLURAL:
        return ()
    if noun.endswith(("ch", "sh", "x")):
        return (noun + "es",)
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun[:-1] + "ies",)
    return (noun + "s",)
