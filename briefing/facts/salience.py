"""Salience: how likely each sentence of an article tells what its reader must know, by weights learnt from articles read by hand."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from briefing.extract.events.grammar import words_of
from briefing.extract.linear import learnt, score
from briefing.facts.traits import SHORTEST, SMALL, STEM
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
WORD: Final = re.compile(r"\w+")
LETTERS: Final = re.compile(r"[^\W\d_]{4,}")
OPENING: Final = re.compile(r"[^\w\s]*([\w’'-]+)")
CUES: Final = words_of(
    "but however will would could may has have had was were is are after because if while by first last since i you we plan plans"
    " killed announced decision"
)
LONG_CUES: Final = re.compile(r"\b(?:according to|more than|in (?:19|20)\d\d)\b")
LONG_CUES_HAVE: Final = ("according to", "more than", "in 19", "in 20")
"""Words that set a sentence apart: what is planned, how it came about, who is spoken to."""
MOST_KEPT: Final = 1 << 12
"""Of how many places and counts the traits are remembered: most are those of earlier articles."""
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
    words = [WORD.findall(own) for own in low]
    stems = [_stems(own) for own in words]
    headline_end = found.article.headline_end or 0
    first = next((at for at, span in enumerate(sentences) if span.start >= headline_end), len(sentences))
    view = View(
        found,
        stems,
        Counter(chain.from_iterable(stems)),
        frozenset().union(*stems[:first]),
        stems[first] if first < len(stems) else frozenset(),
        first,
    )
    told = _findings(found, sentences)
    seen: set[str] = set()
    for number in range(len(sentences)):
        yield [
            EVERY,
            *_of_place(view, number),
            *_of_words(view, number, low[number], seen),
            *_cues(low[number], words[number]),
            *told[number],
        ]
        seen |= stems[number]


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Return the longer words by their beginnings, without those that are in every article."""
    longer = [word for word in words if len(word) >= SHORTEST]
    if not all(map(str.isalpha, longer)):
        longer = [part for word in longer for part in LETTERS.findall(word)]
    return frozenset([word[:STEM] for word in longer]) - SMALL


def _of_place(view: View, number: int) -> tuple[str, ...]:
    at = number - view.first
    return _at(at, max(1, len(view.found.sentences) - view.first)) if at >= 0 else ("headline",)


@lru_cache(maxsize=MOST_KEPT)
def _at(at: int, body: int) -> tuple[str, ...]:
    """Return the traits of the sentence `at` of a body of so many."""
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
    if view.headline:
        titled = len(own & view.headline)
        yield from _titled(min(5, titled), min(5, 10 * titled // count))
    else:
        yield "no headline"
    if number > view.first:
        yield f"lead={min(5, len(own & view.lead))}"
    best = sorted(map(view.often.__getitem__, own), reverse=True)[:CENTRAL]
    central = min(9, int(1.5 * sum(map(math.log, best))))
    yield from _held(10 * len(own - seen) // count, central, min(7, len(words) // 40))
    opening = OPENING.match(words)
    low = opening[1] if opening is not None else ""
    yield f"opens={low}"
    if low in REFERRING:
        yield "refers"


def _cues(low: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the words and signs of a sentence that set it apart."""
    for cue in CUES.intersection(words):
        yield f"has {cue}"
    if "?" in low:
        yield "has ?"
    if any(part in low for part in LONG_CUES_HAVE):
        yield from {f"has {cue[:12]}" for cue in LONG_CUES.findall(low)}


@lru_cache(maxsize=MOST_KEPT)
def _titled(titled: int, share: int) -> tuple[str, ...]:
    return f"title={titled}", f"title share={share}"


@lru_cache(maxsize=MOST_KEPT)
def _held(new: int, central: int, long: int) -> tuple[str, ...]:
    return f"new={new}", f"central={central}", f"long={long}"


def _findings(found: Analysis, sentences: Sequence[Span]) -> list[set[str]]:
    """Return for each sentence the traits of what was found in it: names, figures, dates, quotes, claims, events."""
    ends = [span.end for span in sentences]
    kinds: list[tuple[Iterable[tuple[int, str]], str, int]] = [
        (((one.span.start, one.role.value if one.role else "") for one in found.figures), "role", 3),
        (((one.span.start, "") for one in found.dates), "dates", 2),
        (((one.cue.start, one.status.value) for one in found.claims if one.cue is not None), "status", 2),
        (((one.trigger.start, one.type.value) for one in found.events), "event", 2),
    ]
    out: list[set[str]] = [{f"quoted={quarters}"} for quarters in _quoted(found, sentences)]
    for findings, name, most in kinds:
        counts = [0] * len(sentences)
        for start, kind in findings:
            if (at := bisect_right(ends, start)) < len(sentences):
                counts[at] += 1
                out[at].add(f"{name}={kind}")
        counted = [f"{name}s={count}" for count in range(most + 1)]
        for own, count in zip(out, counts, strict=True):
            own.add(counted[min(most, count)])
    if found.events and (at := bisect_right(ends, found.events[0].trigger.start)) < len(sentences):
        out[at].add("main")
    for own, named in zip(out, _named(found, ends), strict=True):
        own.update(named)
    return out


def _named(found: Analysis, ends: Sequence[int]) -> Iterator[Iterable[str]]:
    """Yield for each sentence the traits of its names: how many, of what type, how often named and whether for the first time."""
    names, fresh, often = ([0] * len(ends) for _ in range(3))
    types: list[set[str]] = [set() for _ in ends]
    for entity in found.entities:
        kind, most = f"is={entity.type.value}", len(entity.mentions)
        for number, mention in enumerate(entity.mentions):
            at = bisect_right(ends, mention.span.start)
            if mention.form is not MentionForm.NAME or at >= len(ends):
                continue
            names[at] += 1
            fresh[at] += number == 0
            often[at] = max(often[at], most)
            types[at].add(kind)
    for at, own in enumerate(types):
        yield (*own, *_names(min(4, names[at]), min(3, fresh[at]), min(4, int(math.log2(1 + often[at])))))


@lru_cache(maxsize=MOST_KEPT)
def _names(count: int, fresh: int, often: int) -> tuple[str, ...]:
    return f"names={count}", f"fresh={fresh}", f"often={often}"


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
