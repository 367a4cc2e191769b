"""Besides: the clauses that tell most of what an article holds beside its main event, chosen by weights learnt from lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.extract.events.choice import is_byline
from briefing.extract.events.clause_traits import Article, Place, article, traits
from briefing.extract.events.clauses import RELATIVE, Reading, full_span, subject
from briefing.extract.events.grammar import words_of
from briefing.extract.events.names import source
from briefing.extract.events.slots import UNRESOLVED
from briefing.extract.events.standing import is_unreal
from briefing.extract.events.told import Told
from briefing.extract.events.triggers import Trigger
from briefing.extract.linear import learnt, score
from briefing.model import Clause, Span

FILE: Final = "besides.json"
QUESTION: Final = "beside"
LEAST: Final = -200
"""What a clause must weigh, in hundredths of log odds: one in five holds what a reader must know and no other line tells."""
MOST: Final = 6
TITLES: Final = 4
"""Among how many sentences the headline is looked for."""
LOOKED_AT: Final = 12
"""How many sentences of the body are looked at."""
REACH: Final = 110
"""How many characters of a clause are looked at: what a line shows."""
FAR: Final = 80
"""How many characters may lie between the beginning of a subject and the end of its verb to be shown together."""
HANGING: Final = RELATIVE | words_of("if whether unless what why how where whoever whatever")
"""Words that open a clause which says nothing without the one it hangs on, or only what is said or supposed."""
SUPPOSING: Final = words_of("if unless whether")
OWNED: Final = words_of("his her its their")
SEVERAL: Final = words_of(
    "both many some most others all several none each either neither few half two three four five"
)
"""Words that need another sentence to tell who is meant."""


class Option(NamedTuple):
    """A clause that could be told on a line of its own."""

    reading: Reading
    verb: int
    """The index of its group."""
    doer: int | None
    """The index of the group of its subject; None only in a headline."""
    shown: Span
    """As far as a line can show it."""
    traits: tuple[str, ...]


def besides(told: Told, main: Trigger | None) -> tuple[Clause, ...]:
    """Return the clauses worth a line of their own, the likeliest first; none overlaps another as far as it is shown."""
    weights = learnt(__package__, FILE)[QUESTION]
    weighed = [(score(weights, one.traits), one) for one in options(told, main)]
    kept: list[Option] = []
    for weight, one in sorted(weighed, key=lambda pair: (-pair[0], pair[1].shown)):
        if weight < LEAST or len(kept) == MOST:
            break
        if not any(one.shown.overlaps(other.shown) for other in kept):
            kept.append(one)
    return tuple(_clause(told, one) for one in kept)


def options(told: Told, main: Trigger | None) -> Iterator[Option]:
    """Yield the clauses of the headline and of the beginning that can stand alone, each with its traits."""
    titles = sum(reading.in_title for reading in told.readings[:TITLES])
    read = [one for one in told.readings[: LOOKED_AT + titles] if one.words and not is_byline(one)]
    about = article(told, read, main)
    behind = 0
    for reading in read:
        place = "h" if reading.in_title else str(behind)
        behind += not reading.in_title
        verbs = [at for at, group in enumerate(reading.groups) if group.is_verb and group.finite]
        for number, verb in enumerate(verbs, 1):
            option = _option(told, about, reading, verb, (place, number))
            if option is not None:
                yield option


def _option(told: Told, about: Article, reading: Reading, verb: int, place: tuple[str, int]) -> Option | None:
    """Return the clause of a verb; `place` is that of its sentence, and its number there."""
    group = reading.groups[verb]
    doer = subject(reading, verb)
    if doer is not None and reading.groups[doer].first > group.first:
        doer = None
    span = _verb_span(reading, verb)
    main = about.main
    if main is not None and (reading.in_title or (main.sentence == reading.index and main.span.overlaps(span))):
        # The headline stands above the article, and mostly tells the main event.
        return None
    if not _says_who(told, reading, doer) or _hangs(told, reading, verb, doer):
        return None
    is_near = doer is not None and _is_near(reading, doer, verb)
    start = reading.words[reading.groups[doer].first].start if doer is not None and is_near else span.start
    shown = Span(start, min(reading.span.end, start + REACH))
    found = traits(told, about, reading, verb, Place(*place, doer, shown))
    return Option(reading, verb, doer, shown, found if doer is None or is_near else (*found, "far"))


def _clause(told: Told, one: Option) -> Clause:
    who = source(one.reading, full_span(one.reading, one.doer), told.known) if one.doer is not None else None
    return Clause(Span(one.shown.start, one.reading.span.end), _verb_span(one.reading, one.verb), who)


def _verb_span(reading: Reading, verb: int) -> Span:
    group = reading.groups[verb]
    return Span(reading.words[group.first].start, reading.words[group.last - 1].end)


def _is_near(reading: Reading, doer: int, verb: int) -> bool:
    """Return whether a subject can be shown with its verb: no other verb parts them but in a relative clause."""
    first, last = reading.groups[doer], reading.groups[verb]
    if any(group.is_verb and group.finite for group in reading.groups[doer + 1 : verb]) and not any(
        word.low in RELATIVE for word in reading.words[first.last : last.first]
    ):
        return False
    return reading.words[last.last - 1].end - reading.words[first.first].start <= FAR


def _says_who(told: Told, reading: Reading, doer: int | None) -> bool:
    """Return whether a clause names whom it tells of, or refers to someone who is known."""
    if doer is None:
        return reading.in_title
    group = reading.groups[doer]
    first = reading.words[group.first].low
    is_alone = group.last - group.first == 1
    if first in OWNED or (is_alone and first in SEVERAL):
        return False
    if not is_alone or first not in UNRESOLVED:
        return True
    return any(entity for _, entity, _ in told.known.within(reading.text_span(group.first, group.last)))


def _hangs(told: Told, reading: Reading, verb: int, doer: int | None) -> bool:
    """Return whether a clause is none of its own: relative, asked or supposed, the words of a quote, or what is said."""
    words, group = reading.words, reading.groups[verb]
    first = reading.groups[doer].first if doer is not None else group.first
    opener = next(
        (word for word in reversed(words[:first]) if word.low in HANGING or _parts(word.part, word.text)), None
    )
    if (opener is not None and opener.low in HANGING) or words[first].low in HANGING:
        return True
    before = [one for one in reading.groups[:verb] if one.is_verb and one.finite]
    if is_unreal(reading, verb) and any(word.low in SUPPOSING for word in words[:first]):
        return True
    if opener is not None and opener.part == "sub" and not before:
        # A side clause in front runs on into the main one: "After missiles struck the base, the government found".
        return True
    if doer is not None and words[group.first - 1].part == "conj" and not any(one.first > first for one in before):
        return True
    if doer is not None and reading.groups[doer].preposition >= 0:
        return True
    relative = max((at for at in range(first, group.first) if words[at].low in RELATIVE), default=-1)
    if relative >= 0 and not any(one.is_verb and one.finite and one.first >= relative for one in reading.groups[:verb]):
        return True
    begin, start, end = words[first].start, words[group.first].start, words[group.last - 1].end
    if any(quote.span.start <= start < quote.span.end for quote in told.found.quotes):
        return True
    for claim in told.found.claims:
        if claim.cue is None:
            continue
        if claim.cue.end <= begin and claim.span.start <= start < claim.span.end:
            return True
        if claim.source is not None and claim.cue.start < end and start < claim.cue.end:
            return True
    return False


def _parts(part: str, text: str) -> bool:
    return part == "sub" or text in ",;:—"
