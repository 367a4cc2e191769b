"""Places: where something happens, by the prepositions before a place."""

from __future__ import annotations

from typing import Final

from briefing.extract.events.clauses import Reading, between
from briefing.extract.events.grammar import words_of
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.names import PLACES, Names, things
from briefing.extract.events.subjects import CAUSES
from briefing.extract.events.triggers import Trigger
from briefing.model import EventType, Source, Span

AT: Final = words_of("in at near on outside inside off around across over from within")


LOCATED: Final = words_of("in at near outside inside off on")


DIRECTIONS: Final = words_of("west east north south northwest northeast southwest southeast")


PLACES_OF: Final = words_of("city town village province state island district region coast waters port suburb")
"""What a place is named after by "of": "the city of Brno", but not "the embassy of Chile"."""


ABROAD: Final = words_of("embassy embassies consulate base bases airbase barracks")
"""Places that are called by a country where they are not."""


def is_other_event(reading: Reading, at: int, trigger: Trigger) -> bool:
    """Return whether the noun group `at` names a grave event beside `trigger`: "charged with the bombing of ..."."""
    group = reading.groups[at]
    if group.is_verb or at == trigger.group or trigger.type in CAUSES or trigger.type is EventType.DEATH:
        return False
    return any(kind in CAUSES for kind in lexicon().nouns.get(reading.words[group.last - 1].low, ())[:1])


def places_in(reading: Reading, known: Names, trigger: Trigger | None = None) -> tuple[Source, ...]:
    """Return the places of a sentence that "in", "at" or "near" names, up to where another event than `trigger` is told."""
    out: list[Source] = []
    for at, group in enumerate(reading.groups):
        behind = trigger is not None and (at > trigger.group or reading.index != trigger.sentence)
        if trigger is not None and behind and is_other_event(reading, at, trigger):
            break
        if not group.is_verb and group.preposition >= 0 and reading.words[group.preposition].low in LOCATED:
            out.extend(places_at(reading, at, known))
            if at + 1 < len(reading.groups) and between(reading, at, at + 1) == ["of"]:
                out.extend(places_at(reading, at + 1, known))
    return tuple(out)


def places_at(reading: Reading, at: int, known: Names) -> tuple[Source, ...]:
    """Return the place that the noun group `at` names: its words, or the whole name where that goes on behind it."""
    group = reading.groups[at]
    span = reading.text_span(group.first, group.last)
    located = [mention for mention in known.within(span) if mention[2] in PLACES]
    low = reading.words[group.preposition].low if group.preposition > 0 else ""
    head = reading.words[group.last - 1]
    if not located:
        # Nobody has looked for names: one behind "in" is most likely a place.
        is_place = head.low in things()["places"] and reading.words[group.first].low in (
            "a",
            "an",
            "the",
            "two",
            "three",
        )
        is_name = not known.mentions and head.part == "name"
        return (Source(span),) if low in AT and (is_place or is_name) else ()
    name, entity, _ = located[-1]
    if name.end < span.end - 1:
        # "in the Hong Kong election" tells where, "in the US campaign" does not always.
        owns = any(word.part == "own" and word.start == name.end for word in reading.words[group.first : group.last])
        shop = name.end + 1 == head.start and head.low in things()["places"] - ABROAD
        tells = owns or shop or head.low in lexicon().nouns
        return (Source(name, entity),) if tells else ()
    start = name.start if name.end > span.end else span.start
    before = reading.words[group.preposition - 1] if group.preposition > 0 else None
    if low == "of" and before is not None and before.low in DIRECTIONS:
        start = before.start
    elif low == "of" and name.start >= span.start and (before is None or before.low not in PLACES_OF):
        return ()
    return (Source(Span(start, max(name.end, span.end)), entity), *_joined(reading, at, known))


def _joined(reading: Reading, at: int, known: Names) -> tuple[Source, ...]:
    """Return the places that "and" or a comma joins to the place at the group `at`: "in Kenya and Tanzania"."""
    out: list[Source] = []
    while at + 1 < len(reading.groups) and not reading.groups[at + 1].is_verb:
        if between(reading, at, at + 1) not in (["and"], [","], [",", "and"]):
            break
        at += 1
        span = reading.text_span(reading.groups[at].first, reading.groups[at].last)
        named = [mention for mention in known.within(span) if mention[2] in PLACES and mention[0].end >= span.end - 1]
        if not named:
            break
        out.append(Source(span, named[-1][1]))
    return tuple(out)
