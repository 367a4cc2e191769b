"""Telling words: what an article holds beside its main event, or instead of one, each as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.pieces import LONGEST
from briefing.facts import labels, named
from briefing.facts.ground import Ground
from briefing.facts.misreading import is_long_past
from briefing.facts.reference import is_clear, is_pronoun
from briefing.facts.wholes import found_whole, joined
from briefing.model import Analysis, Claim, Fact, FactKind, Source, Span

MOST: Final = 12
"""Of how many sentences the words that stand alone are looked for."""
WORD: Final = re.compile(r"[A-Za-z]{3,}")
LEAST: Final = 130.0
"""What words weigh at least that have a line: of those of sentences not learnt from seven in a hundred were judged bad."""
SURE: Final = 300
"""What words weigh that hardly ever break off."""
DOUBT: Final = 0.5
"""How much of what they weigh less counts against a line."""


class Option(NamedTuple):
    """A line that could be told."""

    weight: float
    """How likely its sentence is what a reader must know, in hundredths of log odds."""
    told: Fact | Callable[[], tuple[Fact, float] | None]
    """The line itself, or what makes it with what is to be added to its weight; None where there is none after all."""


def telling(found: Analysis, on: Ground, weights: Sequence[int], said: Sequence[Claim]) -> Iterator[Option]:
    """Yield the lines that could be told of the body's sentences beside what is `said`, the likeliest to be needed first."""
    headline_end = found.article.headline_end or 0
    spoken = {on.number(claim.cue.start) for claim in said if claim.cue is not None}
    order = sorted(range(len(weights)), key=lambda number: -weights[number])
    told = [one for one in order if found.sentences[one].start >= headline_end and one not in spoken]
    for number in told[:MOST]:
        yield Option(weights[number], partial(_told, found, on, found.sentences[number]))


def _told(found: Analysis, on: Ground, sentence: Span) -> tuple[Fact, float] | None:
    """Return the words of a sentence that stand alone best."""
    words = found_whole(on, sentence.start, least=LEAST)
    if words is None:
        return None
    parts = words.parts
    if _is_said(found, parts) or _is_of_old(found, parts) or not _tells_something(found, parts):
        return None
    who = _subject(found, parts[0])
    if who is not None and not is_clear(found, on, who):
        return None
    entities = (who.entity,) if who is not None and who.entity is not None else ()
    label = _label(found, parts, who)
    fact = Fact(FactKind.EVENT, label, words.longest, entities, words.beside(words.longest))
    return fact, DOUBT * min(0.0, words.weight - SURE)


def _is_said(found: Analysis, parts: Sequence[Span]) -> bool:
    """Return whether words are somebody's without saying whose, or mostly in quotation marks."""
    middle = (parts[0].start + parts[-1].end) // 2
    for claim in found.claims:
        cue = claim.cue
        if cue is not None and claim.span.start <= middle < claim.span.end and not any(p.overlaps(cue) for p in parts):
            return True
    quoted = sum(part.shared(quote.span) for quote in found.quotes for part in parts)
    return 2 * quoted > sum(map(len, parts))


def _tells_something(found: Analysis, parts: Sequence[Span]) -> bool:
    """Return whether words have a name, a number, a day, or a word for what happens: more than how it looked."""
    if any(
        one.overlaps(part)
        for part in parts
        for one in (*(f.span for f in found.figures), *(d.span for d in found.dates))
    ):
        return True
    if any(mention.span.overlaps(part) for part in parts for e in found.entities for mention in e.mentions):
        return True
    known = lexicon()
    words = [word.lower() for part in parts for word in WORD.findall(part.of(found.article.text))]
    return any(
        word in known.nouns or ((form := known.form(word)) is not None and form[0] in known.verbs) for word in words
    )


def _is_of_old(found: Analysis, parts: tuple[Span, ...]) -> bool:
    """Return whether words tell of a year long past, and of none since."""
    published = found.article.day
    words = found.article.text[parts[0].start : parts[-1].end]
    return published is not None and is_long_past(words, published.year)


def _subject(found: Analysis, part: Span) -> Source | None:
    """Return the pronoun that words begin with; None where they begin with no pronoun."""
    text = found.article.text
    end = part.start
    while end < part.end and text[end].isalpha():
        end += 1
    first = Span(part.start, end)
    if not is_pronoun(first.of(text)):
        return None
    meant = next(
        (
            entity.id
            for entity in found.entities
            for mention in entity.mentions
            if mention.span.start == part.start and mention.span.end == end
        ),
        None,
    )
    return Source(first, meant)


def _label(found: Analysis, parts: tuple[Span, ...], who: Source | None) -> str:
    """Return words for a label, with a name for the pronoun that they begin with."""
    words = joined(found.article.text, parts)
    if who is not None:
        words = f"{named.name(found, who)}{words[len(who.span) :]}"
    return labels.clipped(words, LONGEST, whole=True)
