"""Predicates: the verb that tells an event, and its subject, so that what happened can be told as a whole sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.extract.events.clauses import Reading, full_span, subject
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.names import source
from briefing.extract.events.slots import named_subject
from briefing.extract.events.told import Told
from briefing.extract.events.triggers import Trigger
from briefing.model import Event, Source, Span

ABOUT: Final = words_of("about around nearly almost roughly some over")
FIRST: Final = frozenset(("First", "Second", "Third", "New"))
CLOSING: Final = frozenset((",", "–", "—", "--"))
"""What parts an aside from the verb behind it."""
LONGEST: Final = 14
"""How many words a subject may have."""
FAR: Final = 24
"""How many words may part a noun from the verb of its clause."""


def with_predicates(told: Told, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events with their verbs and the subjects of these, where nobody could doubt them."""
    return tuple(_with_predicate(told, event) for event in events)


def _with_predicate(told: Told, event: Event) -> Event:
    for reading in told.readings:
        if not reading.words or not reading.span.contains(event.trigger):
            continue
        trigger = next((one for one in told.by_sentence[reading.index] if one.span == event.trigger), None)
        at = _verb(reading, trigger) if trigger is not None else None
        if at is None:
            behind = _behind(reading, trigger) if trigger is not None and trigger.is_noun else None
            return event if behind is None else replace(event, verb=_span(reading, behind))
        return replace(event, subject=_subject(told, reading, at), verb=_span(reading, at))
    return event


def _span(reading: Reading, at: int) -> Span:
    group = reading.groups[at]
    return Span(reading.words[group.first].start, reading.words[group.last - 1].end)


def _behind(reading: Reading, trigger: Trigger) -> int | None:
    """Return the index of the next verb with a tense behind a noun: where the words for it end."""
    return next((at for at in range(trigger.group + 1, len(reading.groups)) if _is_finite(reading, at)), None)


def _is_finite(reading: Reading, at: int) -> bool:
    return reading.groups[at].is_verb and reading.groups[at].finite


def _subject(told: Told, reading: Reading, at: int) -> Source | None:
    """Return the subject of the verb `at`: as clauses are read, else the words between the beginning of its clause and it."""
    doer = named_subject(reading, at, told.known)
    first = reading.groups[at].first
    if doer is not None and doer > 0 and _is_object(reading, doer, first):
        doer = named_subject(reading, doer - 1, told.known)
    opening = _opening_name(reading, at)
    if opening is not None and (doer is None or opening.end <= reading.words[reading.groups[doer].first].start):
        # "Jo Bell, who led the gang that robbed a bank, has died": neither gang nor bank has.
        return source(reading, opening, told.known)
    if doer is not None and reading.groups[doer].first < first:
        span = full_span(reading, doer)
        is_opener = _is_participle(reading, doer) and not told.known.within(span)
        if span.end <= reading.words[first].start and not is_opener:
            return source(reading, _with_first(reading, doer, span), told.known)
    span_before = _words_before(reading, at)
    return source(reading, span_before, told.known) if span_before is not None else None


def _is_object(reading: Reading, doer: int, first: int) -> bool:
    """Return whether a noun group is the object of a verb that "and" joins to the one at the word `first`."""
    before, group = reading.groups[doer - 1], reading.groups[doer]
    takes = before.is_verb and before.finite and before.last == group.first and not before.passive
    return takes and first > group.last and reading.words[first - 1].part == "conj"


def _is_participle(reading: Reading, doer: int) -> bool:
    """Return whether a lone word in "-ing" opens a sentence, and is nobody: "Striking another blow, the warship thwarted"."""
    group = reading.groups[doer]
    return group.first == 0 and group.last == 1 and reading.words[0].low.endswith("ing")


def _with_first(reading: Reading, doer: int, span: Span) -> Span:
    """Return the words of a subject with the ordinal that begins its name: "First Security Corp."."""
    at = reading.groups[doer].first - 1
    if at != 0 or reading.words[0].text not in FIRST or not reading.words[1].text[:1].isupper():
        return span
    return Span(reading.words[0].start, span.end)


def _opening_name(reading: Reading, at: int) -> Span | None:
    """Return the words that open a sentence where an aside parts them from the verb: "Jo Bell, who hid for years, has died"."""
    words, first = reading.words, reading.groups[at].first
    last = first
    while last > 0 and words[last - 1].part in ("adv", "time"):
        last -= 1
    who = reading.groups[0]
    if last < 2 or words[last - 1].text not in CLOSING or who.is_verb or who.preposition >= 0 or who.last >= last - 1:
        return None
    is_open = all(word.part in ("adv", "sign") or word.text == "," for word in words[: who.first])
    return full_span(reading, 0) if is_open and words[who.last].text in ",(" else None


def _words_before(reading: Reading, at: int) -> Span | None:
    """Return the words from the beginning of a clause to its verb, without what opens it: "About 500 people attended"."""
    words, first = reading.words, reading.groups[at].first
    start = max((group.last for group in reading.groups[:at] if group.is_verb and group.finite), default=0)
    reports = any(
        group.is_verb and group.last == start and group.base in grammar().reporting for group in reading.groups[:at]
    )
    is_parted = [_parts(word.part, word.text) or (start > 0 and word.part == "conj") for word in words[start:first]]
    parted = max((start + number for number, parts in enumerate(is_parted, 1) if parts), default=0)
    if start and not reports and parted <= start:
        return None
    start = max(start, parted)
    last = first
    while last > start and words[last - 1].part in ("adv", "time"):
        last -= 1
    commas = [index for index in range(start, last) if words[index].text == ","]
    if commas and commas[-1] == last - 1:
        # "Acme Corp., a partnership of two firms, extended"
        last = commas[0]
    elif commas:
        start = commas[-1] + 1
    if last <= start or last - start > LONGEST:
        return None
    begins = words[start]
    is_about = begins.low in ABOUT and start + 1 < last and words[start + 1].part == "num"
    if begins.part not in ("det", "name", "num", "word", "first") and not is_about:
        return None
    return reading.text_span(start, last) if not begins.low.endswith("ing") else None


def _parts(part: str, text: str) -> bool:
    return part == "sub" or text in ';:—–“”"()'


def _verb(reading: Reading, trigger: Trigger) -> int | None:
    """Return the index of the verb that tells of `trigger`: its own, that which it hangs on, or that which takes a noun."""
    groups = reading.groups
    if trigger.is_noun:
        return _taking(reading, trigger)
    at = trigger.group
    if groups[at].finite and _is_reduced(reading, at) and _follows_by(reading, at):
        # "a group led by three directors indicated"
        return None
    while not groups[at].finite:
        before = next((index for index in range(at - 1, -1, -1) if groups[index].is_verb), None)
        if before is None:
            # "Jo Bell arrested on suspicion of fraud", as a headline has it.
            is_told = groups[at].passive and at > 0 and groups[at - 1].last == groups[at].first and reading.is_headline
            is_only = groups[at].tense == "ed" and not any(group.is_verb and group.finite for group in groups)
            return at if is_told or is_only else None
        is_deed = groups[at].tense == "ing" and _is_accused(reading, before, at)
        if not is_deed and (groups[at].tense != "base" or not _hangs(reading, before, at)):
            return None
        at = before
    return at


def _hangs(reading: Reading, before: int, at: int) -> bool:
    """Return whether the infinitive `at` hangs on the verb `before`: "agreed to", "ordered the firm to"."""
    gap = reading.words[reading.groups[before].last : reading.groups[at].first]
    return all(word.part not in ("sub", "conj", "sign") for word in gap)


def _is_accused(reading: Reading, before: int, at: int) -> bool:
    """Return whether a deed hangs on the verb `before` by a preposition: "is accused of murdering"."""
    gap = reading.words[reading.groups[before].last : reading.groups[at].first]
    return len(gap) == 1 and gap[0].low in ("of", "for", "with", "from", "by")


def _taking(reading: Reading, trigger: Trigger) -> int | None:
    """Return the index of the verb that a noun is part of the subject of, or else of the one before it in its clause."""
    groups = reading.groups
    finite = [at for at, group in enumerate(groups) if group.is_verb and group.finite]
    behind = next((at for at in finite if at > trigger.group), None)
    before = next((at for at in reversed(finite) if at < trigger.group), None)
    if behind is not None and _is_one(reading, trigger.group, behind):
        who = subject(reading, behind)
        if who is not None and (before is None or who == trigger.group or who < before):
            return behind
    is_run_on = behind is not None and all(
        word.text != "," and word.part != "sub"
        for word in reading.words[groups[trigger.group].last : groups[behind].first]
    )
    if is_run_on and before is not None and _is_reduced(reading, before):
        # "The activist wanted over the death of a doctor may have fled": nobody wanted anything.
        return None
    if before is not None and _is_one(reading, before, trigger.group):
        return before if groups[before].base not in grammar().reporting else None
    return None


def _follows_by(reading: Reading, at: int) -> bool:
    last = reading.groups[at].last
    return last < len(reading.words) and reading.words[last].low == "by"


def _is_reduced(reading: Reading, at: int) -> bool:
    """Return whether a verb may be a participle that only tells more of the noun right before it."""
    group = reading.groups[at]
    is_bare = group.last - group.first == 1 and group.tense in ("past", "pp", "ed")
    return is_bare and at > 0 and not reading.groups[at - 1].is_verb and reading.groups[at - 1].last == group.first


def _is_one(reading: Reading, one: int, other: int) -> bool:
    """Return whether nothing but a few words of the same clause stands between two groups."""
    gap = reading.words[reading.groups[one].last : reading.groups[other].first]
    return len(gap) <= FAR and all(word.part != "sub" and word.text not in ";:" for word in gap)
