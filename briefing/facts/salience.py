"""Salience: how likely each sentence of an article tells what its reader must know, by weights learnt from articles read by hand."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from briefing.extract.events.grammar import words_of
from briefing.extract.linear import learnt, score
from briefing.facts.traits import SMALL, STEM
from briefing.model import Analysis, MentionForm, Span

FILE: Final = "salience.json"
QUESTION: Final = "told"
EVERY: Final = "any"
"""The trait that every sentence has."""
MOST_SENTENCES: Final = 45
"""How many sentences from the start are weighed: what a reader must know stands before."""
BODY: Final = 12
"""From which sentence of the body on it does not matter any more which it is."""
CENTRAL: Final = 5
"""How many of the most frequent words of a sentence tell how central it is."""
WORD: Final = re.compile(r"[^\W\d_]{4,}")
OPENING: Final = re.compile(r"[^\w\s]*([\w’'-]+)")
CUES: Final = re.compile(
    r"\b(?:but|however|will|would|could|may|has|have|had|was|were|is|are|according to|after|because|if|while|by|first|more than"
    r"|last|since|i|you|we|plans?|killed|announced|decision|in (?:19|20)\d\d)\b|\?"
)
"""Words that set a sentence apart: what is planned, how it came about, who is spoken to."""
REFERRING: Final = words_of("he she it they this these those that")


class View(NamedTuple):
    """What the traits of a sentence are read from: the article's findings by where they stand."""

    found: Analysis
    stems: Sequence[frozenset[str]]
    """The longer words of each sentence, by their beginnings."""
    often: Counter[str]
    """In how many sentences each of them stands."""
    headline: frozenset[str]
    lead: frozenset[str]
    """Those of the first sentence of the body."""
    first: int
    """The number of the first sentence of the body."""


def weighed(found: Analysis) -> tuple[int, ...]:
    """Return what each of the first sentences weighs, in hundredths of log odds; the headline's as well."""
    weights = learnt(__package__, FILE)[QUESTION]
    return tuple(score(weights, traits) for traits in traits_of(found))


def traits_of(found: Analysis) -> Iterator[list[str]]:
    """Yield the traits of each of the first sentences."""
    text = found.article.text
    sentences = found.sentences[:MOST_SENTENCES]
    low = [span.of(text).lower() for span in sentences]
    stems = [frozenset([word[:STEM] for word in WORD.findall(words)]) - SMALL for words in low]
    headline_end = found.article.headline_end or 0
    first = next((at for at, span in enumerate(sentences) if span.start >= headline_end), len(sentences))
    view = View(
        found,
        stems,
        Counter(stem for own in stems for stem in own),
        frozenset().union(*stems[:first]),
        stems[first] if first < len(stems) else frozenset(),
        first,
    )
    told = _findings(found, sentences)
    seen: set[str] = set()
    for number in range(len(sentences)):
        yield [EVERY, *_of_place(view, number), *_of_words(view, number, low[number], seen), *told[number]]
        seen |= stems[number]


def _of_place(view: View, number: int) -> Iterable[str]:
    at = number - view.first
    body = max(1, len(view.found.sentences) - view.first)
    if at < 0:
        return ("headline",)
    return (
        f"at={min(at, BODY)}",
        f"far={min(9, int(3 * math.log(1 + at)))}",
        f"tenth={int(10 * at / body)}",
        f"of={min(6, body // 6)}",
        f"last={at >= body - 2}",
    )


def _of_words(view: View, number: int, words: str, seen: set[str]) -> Iterator[str]:
    """Yield how a sentence stands to the headline, to the lead, to what the article names often, and how it is put."""
    own = view.stems[number]
    count = max(1, len(own))
    titled = len(own & view.headline)
    if view.headline:
        yield f"title={min(5, titled)}"
        yield f"title share={min(5, 10 * titled // count)}"
    else:
        yield "no headline"
    if number > view.first:
        yield f"lead={min(5, len(own & view.lead))}"
    yield f"new={10 * len(own - seen) // count}"
    best = sorted((view.often[stem] for stem in own), reverse=True)[:CENTRAL]
    yield f"central={min(9, int(1.5 * sum(map(math.log, best))))}"
    yield f"long={min(7, len(words) // 40)}"
    opening = OPENING.match(words)
    low = opening[1] if opening is not None else ""
    yield f"opens={low}"
    if low in REFERRING:
        yield "refers"
    yield from {f"has {cue[:12]}" for cue in CUES.findall(words)}


def _findings(found: Analysis, sentences: Sequence[Span]) -> list[set[str]]:
    """Return for each sentence the traits of what was found in it: names, figures, dates, quotes, claims, events."""
    ends = [span.end for span in sentences]
    cued = [claim for claim in found.claims if claim.cue is not None]
    kinds: list[tuple[Iterable[tuple[int, str]], str, int]] = [
        (((one.span.start, one.role.value if one.role else "") for one in found.figures), "role", 3),
        (((one.span.start, "") for one in found.dates), "dates", 2),
        (((one.cue.start, one.status.value) for one in cued if one.cue is not None), "status", 2),
        (((one.trigger.start, one.type.value) for one in found.events), "event", 2),
    ]
    out: list[set[str]] = [{f"quoted={quarters}"} for quarters in _quoted(found, sentences)]
    for findings, name, most in kinds:
        counts = [0] * len(sentences)
        for start, kind in findings:
            if (at := bisect_left(ends, start + 1)) < len(sentences):
                counts[at] += 1
                out[at].add(f"{name}={kind}")
        for own, count in zip(out, counts, strict=True):
            own.add(f"{name}s={min(most, count)}")
    if found.events and (at := bisect_left(ends, found.events[0].trigger.start + 1)) < len(sentences):
        out[at].add("main")
    return [own | named for own, named in zip(out, _named(found, ends), strict=True)]


def _named(found: Analysis, ends: Sequence[int]) -> Iterator[set[str]]:
    """Yield for each sentence the traits of its names: how many, of what type, how often named and whether for the first time."""
    names, fresh, often = ([0] * len(ends) for _ in range(3))
    types: list[set[str]] = [set() for _ in ends]
    for entity in found.entities:
        for number, mention in enumerate(entity.mentions):
            at = bisect_left(ends, mention.span.start + 1)
            if mention.form is not MentionForm.NAME or at >= len(ends):
                continue
            names[at] += 1
            fresh[at] += number == 0
            often[at] = max(often[at], len(entity.mentions))
            types[at].add(f"is={entity.type.value}")
    for at, own in enumerate(types):
        known = min(4, int(math.log2(1 + often[at])))
        yield own | {f"names={min(4, names[at])}", f"fresh={min(3, fresh[at])}", f"often={known}"}


def _quoted(found: Analysis, sentences: Sequence[Span]) -> list[int]:
    """Return for each sentence how many quarters of it stand in quotes."""
    held = [0] * len(sentences)
    at = 0
    for quote in found.quotes:
        while at < len(sentences) and sentences[at].end <= quote.span.start:
            at += 1
        number = at
        while number < len(sentences) and sentences[number].start < quote.span.end:
            own = sentences[number]
            held[number] += min(own.end, quote.span.end) - max(own.start, quote.span.start)
            number += 1
    return [min(4, 4 * own // max(1, len(span))) for own, span in zip(held, sentences, strict=True)]
