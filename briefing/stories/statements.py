"""Statements: what is said, by whomever, and which statements of several articles speak of the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log
from typing import Final

from briefing.model import Analysis, Claim, ClaimStatus, Span, holding
from briefing.stories.background import background
from briefing.stories.days import told_days
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Comparison, Relation
from briefing.stories.terms import WORD, stem

MATCHED: Final = 0.24
"""The share of their words' weight that two statements have in common from which they speak of the same."""
CLOSE: Final = 0.72
"""From here on they say the same."""
FEWEST_SHARED: Final = 2
COMMON: Final = 1.6
"""The weight of a word that stands in every fifth text."""
EVERYBODY: Final = 100
"""Statements with a word, beyond which it is the story's own and leads to none of them."""
MOST: Final = 60
"""Statements of an article that are looked at."""
STATUS_SLOTS: Final = {
    ClaimStatus.CLAIMED_RESPONSIBILITY: "claim of responsibility",
    ClaimStatus.DENIED: "denial",
    ClaimStatus.CONDEMNED: "condemnation",
    ClaimStatus.ANNOUNCED: "announcement",
}
BEING: Final = re.compile(r" (?:was|were|is|are) ")
UNKNOWN: Final = re.compile(r"\b(?:not|never|unclear|unknown|uncertain|no)\b", re.IGNORECASE)
NUMBER_UNKNOWN: Final = re.compile(
    r"\b(?:how many|number of|toll)\b.{0,60}?\b(?:not (?:immediately |yet )?(?:clear|known)|unclear|unknown|uncertain)\b|"
    r"\b(?:not (?:immediately |yet )?(?:clear|known|say|said|give|given)|unclear|unknown|uncertain|(?:could|did) not "
    r"(?:immediately |yet )?(?:say|give|confirm|tell))\b.{0,40}?\b(?:how many|number of|toll)\b",
    re.IGNORECASE,
)
"""It is not known how many."""
VICTIM_WORDS: Final = re.compile(
    r"\b(?:hurt|injur\w+|wound\w+|affected|casualt\w+|kill\w+|dead|died|victims?)\b", re.IGNORECASE
)
STAGES: Final = (
    (
        re.compile(r"\b(?:detained|arrested|held|custody|jailed)\b"),
        re.compile(r"\b(?:released|freed|bail|acquitted)\b"),
    ),
    (re.compile(r"\b(?:missing|trapped)\b"), re.compile(r"\b(?:found|rescued)\b")),
    (re.compile(r"\b(?:accused|suspected|charged)\b"), re.compile(r"\b(?:convicted|sentenced|acquitted)\b")),
    (re.compile(r"\b(?:announced|promised|planned|expected)\b"), re.compile(r"\b(?:cancelled|called off|postponed)\b")),
)
"""What the earlier report tells, and what a later one of the same has become of it."""
OPEN: Final = frozenset({ClaimStatus.HEDGED, ClaimStatus.NOT_CONFIRMED})
OPEN_ALIKE: Final = 0.12
"""Two statements that something is not known need less in common."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, or a sentence that is none."""

    side: int
    span: Span
    weights: dict[str, float]
    claim: Claim | None = None
    is_open: bool = False
    """It says that something is not known."""
    asks_how_many: bool = False
    """It says that it is not known how many were hurt or killed."""
    total: float = field(init=False, default=0.0)
    """The sum of the weights."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", fsum(self.weights.values()))


def statement_lines(on: Sides) -> Iterator[Comparison]:
    """Yield a line for each set of statements that speak of the same, and for each claim that one article alone has."""
    for together in _matched([_statements(number, analysis) for number, analysis in enumerate(on.analyses)]):
        first = together[0]
        is_worth_it = first.claim is not None and first.claim.source is not None and len(first.weights) >= FEWEST_SHARED
        if len(together) > 1 or is_worth_it:
            yield _line(together, on)


def likeness(one: Statement, other: Statement) -> float:
    """Return the weight of the words that both have, as a share of the shorter's and longer's mean."""
    if one.asks_how_many and other.asks_how_many:
        return 1.0
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < FEWEST_SHARED and not _are_open(one, other):
        return 0.0
    # The order of a set changes from run to run, and with it the last digit of a plain sum.
    both = fsum(map(one.weights.__getitem__, shared))
    return 2 * both / (one.total + other.total) if both else 0.0


@lru_cache(maxsize=4_096)
def weighed(text: str) -> dict[str, float]:
    """Return how telling each term of a few words is: the log of how rare it is, nothing for the most frequent.

    The same sentence is asked for several times; what is returned is not to be changed.
    """
    rarity = {term: _rarity(term) for term in dict.fromkeys(map(_term, WORD.findall(text)))}
    return {term: weight for term, weight in rarity.items() if weight > COMMON}


def _term(word: str) -> str:
    return stem(word.lower())


@lru_cache(maxsize=32_768)
def _rarity(term: str) -> float:
    table = background()
    return log(table.texts / max(table.counts.get(term, 1), 1))


def _statements(side: int, analysis: Analysis) -> list[Statement]:
    text = analysis.article.text
    claims = [
        Statement(
            side,
            span,
            weighed(span.of(text)),
            claim,
            _is_open(claim, text) or _asks_how_many(analysis, span),
            _asks_how_many(analysis, span),
        )
        for claim in analysis.claims
        if claim.source is not None or _is_open(claim, text)
        for span in (_said(analysis, claim),)
    ]
    plain = [
        Statement(
            side,
            sentence,
            weighed(sentence.of(text)),
            is_open=_asks_how_many(analysis, sentence),
            asks_how_many=_asks_how_many(analysis, sentence),
        )
        for sentence in analysis.sentences
        if not any(sentence.overlaps(one.span) for one in claims)
    ]
    return [*claims[:MOST], *plain[:MOST]]


def _sharing(each: Sequence[Sequence[Statement]]) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the statements of different articles that share enough words to be looked at, by article and number."""
    having: dict[str, list[tuple[int, int]]] = defaultdict(list)
    counts: Counter[tuple[tuple[int, int], tuple[int, int]]] = Counter()
    asking: list[tuple[int, int]] = []
    for side, found in enumerate(each):
        for number, one in enumerate(found):
            for term in one.weights:
                near = having[term]
                if len(near) <= EVERYBODY:
                    counts.update([(other, (side, number)) for other in near if other[0] != side])
                near.append((side, number))
            if one.asks_how_many:
                counts.update({(other, (side, number)): FEWEST_SHARED for other in asking if other[0] != side})
                asking.append((side, number))
    return {pair for pair, count in counts.items() if count >= FEWEST_SHARED or each[pair[0][0]][pair[0][1]].is_open}


def _said(analysis: Analysis, claim: Claim) -> Span:
    """Return the words of a claim, with those behind "what they said was", and those before it where it has hardly any."""
    text = analysis.article.text
    sentence = holding(analysis.sentences, claim.span) or claim.span
    if claim.cue and claim.cue.end <= sentence.end and BEING.match(text, claim.cue.end):
        return Span(claim.span.start, max(claim.span.end, sentence.end))
    if claim.source and len(weighed(claim.span.of(text))) < FEWEST_SHARED and sentence.start < claim.source.span.start:
        return Span(sentence.start, max(claim.span.end, claim.source.span.start))
    return claim.span


def _asks_how_many(analysis: Analysis, span: Span) -> bool:
    """Return whether the sentence around `span` says that the number of those hurt or killed is not known."""
    sentence = (holding(analysis.sentences, span) or span).of(analysis.article.text)
    if "how many" not in sentence and "number of" not in sentence and "toll" not in sentence:
        return False
    return bool(NUMBER_UNKNOWN.search(sentence) and VICTIM_WORDS.search(sentence))


def _is_open(claim: Claim | None, text: str) -> bool:
    """Return whether a claim says that something is not known."""
    if claim is None or claim.status not in OPEN:
        return False
    return claim.status is ClaimStatus.NOT_CONFIRMED or bool(claim.cue and UNKNOWN.search(claim.cue.of(text)))


def _matched(each: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """Return the statements in sets of one of an article at most, the closest joined first."""
    sets = {(side, number): [one] for side, found in enumerate(each) for number, one in enumerate(found)}
    place = {key: key for key in sets}
    keys = {key: [key] for key in sets}
    sides = {key: {key[0]} for key in sets}
    pairs = sorted(
        (-likely, one, other)
        for one, other in _sharing(each)
        if _go_together(here := each[one[0]][one[1]], there := each[other[0]][other[1]])
        and (likely := likeness(here, there)) >= _enough(here, there)
    )
    for _, one, other in pairs:
        first, second = place[one], place[other]
        if first == second or not sides[first].isdisjoint(sides[second]):
            continue
        # Each must speak of the same as each: a chain of likenesses ends anywhere.
        if not all(_fit(here, there) for here in sets[first] for there in sets[second]):
            continue
        sets[first] += sets.pop(second)
        sides[first] |= sides.pop(second)
        for key in keys.pop(second):
            place[key] = first
            keys[first].append(key)
    return list(sets.values())


def _fit(one: Statement, other: Statement) -> bool:
    return likeness(one, other) >= _enough(one, other)


def _enough(one: Statement, other: Statement) -> float:
    return OPEN_ALIKE if _are_open(one, other) else MATCHED


def _go_together(one: Statement, other: Statement) -> bool:
    """Return whether both or none claims responsibility, and both or none says that something is not known."""
    claims = [
        found.claim is not None and found.claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY for found in (one, other)
    ]
    return claims[0] == claims[1] and one.is_open == other.is_open


def _are_open(one: Statement, other: Statement) -> bool:
    return one.is_open and other.is_open


def _line(together: Sequence[Statement], on: Sides) -> Comparison:
    ordered = sorted(together, key=lambda one: one.side)
    values = tuple(
        value(
            on.analyses[one.side], one.span,
            ref=one.claim.id if one.claim else None,
            said_by=one.claim.source.span if one.claim and one.claim.source else None,
        )
        for one in ordered
    )  # fmt: skip
    statuses = [one.claim.status for one in ordered if one.claim]
    slot = next((STATUS_SLOTS[status] for status in statuses if status in STATUS_SLOTS), "statement")
    if ordered[0].is_open:
        slot = "not known"
    elif not statuses:
        slot = "background"
    if len(ordered) == 1:
        return Comparison(slot, Relation.ONLY, values, "no other report tells it", 1)
    least = min(likeness(one, other) for number, one in enumerate(ordered) for other in ordered[:number])
    relation = Relation.SAME if least >= CLOSE and len(set(statuses)) <= 1 else Relation.COMPATIBLE
    shared = set.intersection(*(set(one.weights) for one in ordered))
    why = (
        f"{'both' if len(ordered) == 2 else 'all'} speak of {_shown(shared, on, ordered)}"
        if shared
        else "they speak of the same"
    )
    if all(one.asks_how_many for one in ordered):
        return Comparison(
            "not known: how many", Relation.COMPATIBLE, values, "none of them gives a number", origins(values, on)
        )
    if stage := _stage(ordered, on):
        return Comparison(slot, Relation.ADDS, values, f"{why}; {stage}", origins(values, on))
    if ClaimStatus.DENIED in statuses and len(set(statuses)) > 1:
        why += "; one is a denial"
    return Comparison(slot, relation, values, why, origins(values, on))


def _stage(ordered: Sequence[Statement], on: Sides) -> str:
    """Return what a later report says has become of what an earlier one tells: "detained", then "released"."""
    days = [on.analyses[one.side].article.day for one in ordered]
    texts = [one.span.of(on.analyses[one.side].article.text) for one in ordered]
    for number, (day, text) in enumerate(zip(days, texts, strict=True)):
        for later, after in zip(days[number + 1 :], texts[number + 1 :], strict=True):
            if day is None or later is None or later <= day:
                continue
            for first, second in STAGES:
                begun, ended = first.search(text), second.search(after)
                if begun and ended and not second.search(text):
                    here, there = told_days(day, later)
                    return f'"{begun[0]}" on {here}, "{ended[0]}" on {there}'
    return ""


def _shown(shared: set[str], on: Sides, ordered: Sequence[Statement]) -> str:
    first = ordered[0]
    text = first.span.of(on.analyses[first.side].article.text)
    words = {stem(word.lower()): word for word in WORD.findall(text)}
    strongest = sorted(shared, key=lambda term: (-first.weights[term], term))[:3]
    return ", ".join(words.get(term, term) for term in strongest)
