"""Completing: the whole name of a source of which the text around it says more: "the unit, Hughes Electronics, said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.attribution.lexicon import conjugated, persons
from briefing.facts.sayers import whole
from briefing.model import Analysis, Claim, EntityType, MentionForm, Source, Span

SPEAKING: Final = frozenset({EntityType.PERSON, EntityType.ORG})
"""Types of names that stand beside the words for an office or a firm and say who that is."""
LONGEST_REST: Final = 48
"""How many characters the rest of a name may have that was cut off."""
TIMED: Final = re.compile(
    r"\s(?:in|on|at|by|since|from)\s(?:\d{4}|(?:early|late|mid)?\s?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?:\s\d{1,4})?|\w+day|breakfast time|the time)$"
    r"|\s(?:last|this|next)\s(?:\w+day|week|month|year|spring|summer|autumn|fall|winter)$|\s\w+day$|\shere$"
)
"""A time at the end of a name: it tells when something was said."""
SHORT: Final = re.compile(
    r"\b(?:Const|Cpl|Sgt|Capt|Lt|Col|Gen|Det|Insp|Supt|Cmdr|Maj|Pvt|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Rev|Hon|St)$"
)
"""A rank whose full stop was taken for the end of the sentence."""
JOINED: Final = re.compile(
    r"(?:, [a-z’'-]+){0,2},? (?:and|&) (?:the )?[\w’'-]+(?: [\w’'-]+){0,3}?(?= \(|,| (?:also|have|has|had|were|was|are|is)\b|\s?$)"
)
"""What is joined to a name and was left behind: "Officials in Tanzania and Kenya, where"."""
NOUNS: Final = re.compile(r"(?: [a-z][a-z’'-]*){1,2} $")
"""Words between a name and its verb: "some party figures said"."""
NO_NOUN: Final = re.compile(
    r"\b(?:also|then|later|earlier|meanwhile|again|now|once|still|first|even|just|all|both|soon|often|never|not|who|which|that"
    r"|himself|herself|itself|themselves|here|there|today|yesterday|tonight|recently|already|long|since|too|far|in|on|at|by|to"
    r"|of|for|from|with|after|before|as|has|have|had|was|were|is|are|be|been|would|will|could|may|did|does|do|and|or|but"
    r"|instead|always|sometimes|however|finally|alone|else|each|twice|\w+ly)\b",
    re.IGNORECASE,
)
"""Words that are no part of a name behind which they stand."""

VERBAL: Final = re.compile(r"\w(?:ed|ing)\b")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article, in text order."""

    spans: tuple[Span, ...]
    entities: tuple[str, ...]
    types: tuple[EntityType, ...]

    def at(self, start: int) -> int | None:
        """Return the number of the name that begins at `start`."""
        place = bisect_left(self.spans, start, key=lambda span: span.start)
        return place if place < len(self.spans) and self.spans[place].start == start else None

    def over(self, at: int) -> int | None:
        """Return the number of the name that `at` lies within or at the end of."""
        place = bisect_left(self.spans, at, key=lambda span: span.start) - 1
        return place if place >= 0 and self.spans[place].end >= at else None


def names(found: Analysis) -> Names:
    """Return where `found` has names."""
    listed = [
        (mention.span, entity.id, entity.type)
        for entity in found.entities
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    ]
    # No two begin at one place, and numbers are compared much sooner than spans.
    listed.sort(key=lambda one: one[0].start)
    return Names(tuple(one[0] for one in listed), tuple(one[1] for one in listed), tuple(one[2] for one in listed))


def completed(text: str, claim: Claim, listed: Names) -> Claim:
    """Return `claim` with the whole of its source, and with the one whom the words beside it name."""
    if claim.source is None or claim.cue is None:
        return claim
    source, cue = claim.source, claim.cue
    span, entity = source.span, source.entity
    named = _subject(text, span, cue, listed)
    if named is None:
        told = whole(text, claim).source or source
        span, entity = _told_whole(text, told, cue, listed)
        named = _named(text, span, entity, cue, listed)
    if named is not None:
        span, entity = listed.spans[named], listed.entities[named]
    return claim if span == source.span and entity == source.entity else replace(claim, source=Source(span, entity))


def _subject(text: str, span: Span, cue: Span, listed: Names) -> int | None:
    """Return the number of the name that opens the sentence, where all up to the cue only tells more of it.

    "The group, a name under which several militias have acted since last autumn, said": not last autumn.
    """
    if span.end > cue.start:
        return None
    first = bisect_left(listed.spans, cue.start - LONGEST_ASIDE, key=lambda one: one.start)
    for number in range(first, len(listed.spans)):
        one = listed.spans[number]
        if one.end >= span.start:
            return None
        if listed.types[number] in SPEAKING and OPENS.search(text, max(0, one.start - 8), one.start):
            return number if ASIDE.fullmatch(text, one.end, cue.start) else None
    return None


def _told_whole(text: str, source: Source, cue: Span, listed: Names) -> tuple[Span, str | None]:
    """Return the words of `source` from their beginning to their end, and the entity that they still are."""
    is_before = source.span.end <= cue.start
    span, entity = _extended(text, source.span, cue if is_before else None, listed), source.entity
    is_cut = " " not in span.of(text) or text.endswith((" & ", " amp "), 0, span.start)
    if is_cut and text[span.start].isupper() and span.end - span.start > 1:
        left = LEFT.search(text, max(text.rfind("\n", 0, span.start) + 1, span.start - 80), span.start)
        span = Span(left.start(), span.end) if left is not None and not PARTED.search(left[0]) else span
    timed = TIMED.search(text, span.start, span.end)
    if timed is not None and timed.start() > span.start:
        span = Span(span.start, timed.start())
    last = listed.over(span.end)
    if span.end > source.span.end and last is not None and listed.spans[last].end == span.end:
        entity = listed.entities[last] if listed.types[last] is EntityType.PERSON else entity
    other = OTHER.fullmatch(text, span.end, cue.start) if is_before else None
    if other is not None and other[1].rsplit(" ", 1)[-1].lower() in persons():
        # "a barracks of the Guard, a source said"
        return Span(*other.span(1)), None
    if " amp " in span.of(text):
        # What some archives write for "&" parts the name.
        return span, None
    # "the grandmother of Elian" is not Elian.
    return span, None if HELD_BY.search(text, span.start, span.end) else entity


def _named(text: str, span: Span, entity: str | None, cue: Span, listed: Names) -> int | None:
    """Return the number of the name that says who is at `span`, where that is not known."""
    if entity is not None:
        return None
    verb = FOLLOWED.search(text, span.start, span.end)
    named = listed.at(span.start) if verb is not None else None
    is_verb = verb is not None and verb[0].strip() in conjugated()
    if is_verb and verb is not None and named is not None and listed.spans[named].end == verb.start():
        return named if listed.types[named] is EntityType.PERSON else None
    if span.end <= cue.start:
        return _beside(text, span, cue, listed)
    also = ALSO.match(text, span.end)
    ends = [match.end() for match in WORD_END.finditer(text, span.end + 1, also.end())] if also is not None else []
    near = [number for end in ends if (number := listed.at(end)) is not None]
    if not near or NO_NOUN.search(text[span.end : listed.spans[near[0]].start].replace(" and ", " ", 1)):
        return None
    return near[0] if listed.types[near[0]] is EntityType.PERSON else None


WORD_END: Final = re.compile(r"\s")
LONGEST_ASIDE: Final = 260
OPENS: Final = re.compile(r"(?:^|[.!?\n]\s*)(?:(?:The|But|And) ){0,2}$")
"""What stands before the first name of a sentence."""
ASIDE: Final = re.compile(r", (?:an?|the|which|who|whose|one|\d+)\b[^.;:“”\"\n]{3,200}, (?:also |has |have |had ){0,2}")
"""What tells more of a name, between commas."""
OTHER: Final = re.compile(r", ((?:an?|the|another|one|two|several|some) [\w’' -]{3,40}) ")
"""Someone else between a name and its verb."""
HELD_BY: Final = re.compile(r"(?:^|[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir )[a-z]+ (?:of|to|for) [A-Z]")
FOLLOWED: Final = re.compile(r"\s[a-z]+(?:ed|s|oke|ook|ent|old)$")
"""A verb that was taken for the end of a name: "Rubio broke"."""
ALSO: Final = re.compile(r" (?:[A-Za-z-]+ ){1,4}")
"""More words for what someone is before his name: "businessman and blogger", "Oversight ranking Democrat"."""
BEFORE: Final = re.compile(r", (?:an? |the |its |his |her )?(?:[\w’'-]+ ){0,4}$")
"""What stands between a name and the words for its office."""
LEFT: Final = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w’'-]* (?:(?:of|the|for|and|&) ){0,2}){1,6}(?:and|&|amp) $")
"""What stands before the last word of a name of several: "the Academy of Arts and" Sciences."""


PARTED: Final = re.compile(r"^(?:[\w’'-]+) and $")
"""Two who speak, not a name: "Berg and Lie"."""


def _extended(text: str, span: Span, cue: Span | None, listed: Names) -> Span:
    """Return `span` with the rest of a name, or of the words for one, that stands up to the cue."""
    over = listed.over(span.end)
    if over is not None and listed.spans[over].end > span.end and listed.spans[over].start >= span.start:
        span = Span(span.start, listed.spans[over].end)
    elif over is not None and listed.spans[over].contains(span) and text[span.start].isupper():
        # "Sciences" of "the Academy of Arts and Sciences"
        span = listed.spans[over]
    short = SHORT.search(text, span.start, span.end - text.endswith(".", span.start, span.end))
    if short is not None and text.startswith(". ", short.end()):
        named = listed.at(short.end() + 2)
        if named is not None and listed.types[named] is EntityType.PERSON:
            return Span(span.start, listed.spans[named].end)
    if cue is None or cue.start - span.end > LONGEST_REST * 3 or cue.start <= span.end:
        return span
    joined = JOINED.match(text, span.end, cue.start)
    if (
        joined is not None
        and joined.end() - span.end <= LONGEST_REST
        and not NO_NOUN.search(joined[0].replace("and", "", 1))
    ):
        return Span(span.start, joined.end())
    rest = text[span.end : cue.start]
    if NOUNS.fullmatch(rest) and not NO_NOUN.search(rest) and not VERBAL.search(rest):
        return Span(span.start, cue.start - 1)
    return span


def _beside(text: str, span: Span, cue: Span, listed: Names) -> int | None:
    """Return the number of the name that stands between commas beside the words for an office or a firm at `span`."""
    words = span.of(text)
    is_office = words[:1].islower() or words.startswith(("The ", "A ", "An "))
    for gap in (" the ", " "):
        named = listed.at(span.end + len(gap)) if is_office and text.startswith(gap, span.end) else None
        if named is not None and listed.types[named] in SPEAKING and listed.spans[named].end < cue.start:
            return named
    after = listed.at(span.end + 2) if is_office and text.startswith(", ", span.end) else None
    if after is not None and (
        listed.types[after] is EntityType.PERSON
        or (listed.types[after] in SPEAKING and words.rsplit(" ", 1)[-1].islower())
    ):
        end = listed.spans[after].end
        if end <= cue.start and (text[end : end + 1] == "," or text[end : cue.start].strip() == ""):
            return after
    parted = BEFORE.search(text, max(0, span.start - LONGEST_REST), span.start)
    before = listed.over(parted.start()) if parted is not None else None
    # "shot Berg, a police official said": without a comma behind it, it is somebody else.
    is_closed = text.startswith(",", span.end)
    if parted is None or before is None or listed.spans[before].end != parted.start() or not is_closed:
        return None
    fits = listed.types[before] is EntityType.PERSON or (listed.types[before] in SPEAKING and is_office)
    return before if fits and listed.at(span.start) is None else None
