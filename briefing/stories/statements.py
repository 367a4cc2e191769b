"""Statements: what is said, by whomever, and which statements of several articles speak of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import Final

from briefing.facts.named import speaker
from briefing.model import Analysis, Claim, ClaimStatus, Span, holding
from briefing.stories.background import background
from briefing.stories.days import told_days
from briefing.stories.matching import FEWEST_SHARED, Statement, least_alike, matched
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Comparison, Relation
from briefing.stories.terms import WORD, stem, term_of

CLOSE: Final = 0.72
"""From here on they say the same."""
SEVERAL: Final = 3
"""Reports from which a word that all of them have is the story's own."""
MOST_SHOWN: Final = 3
"""Words that are told of those that several statements share."""
NOBODY: Final = frozenset(("it", "he", "she", "they", "we", "both", "who", "which", "this", "that", "no one", "one"))
"""Words for a speaker that name none."""
HYPHENED: Final = re.compile(r"\w+(?:[-'’.,]\w+){0,6}")
COMMON: Final = 1.6
"""The weight of a word that stands in every fifth text."""
MOST: Final = 60
"""Statements of an article that are looked at."""
STATUS_SLOTS: Final = {
    ClaimStatus.CLAIMED_RESPONSIBILITY: "claim of responsibility",
    ClaimStatus.DENIED: "denial",
    ClaimStatus.CONDEMNED: "condemnation",
    ClaimStatus.ANNOUNCED: "announcement",
}
EMPTY: Final = frozenset(
    stem(word)
    for word in (
        "any", "such", "being", "still", "go", "going", "itself", "himself", "herself", "themselves", "own", "same",
        "much", "whether", "although", "though", "yet", "already", "again", "also", "used", "says", "saying", "told",
        "did", "does", "cannot", "put", "come", "came",
    )
)  # fmt: skip
"""Words that tell nothing of what is spoken of, rare or not."""
BEING: Final = re.compile(r" (?:was|were|is|are) ")
UNKNOWN: Final = re.compile(r"\b(?:not|never|unclear|unknown|uncertain|no)\b", re.IGNORECASE)
ASKING: Final = ("how many", "number of", "toll")
"""Without any of these nobody says that a number is not known."""
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
    (re.compile(r"\b(?:missing|trapped)\b"), re.compile(r"\b(?:alive|safe|unhurt|survived)\b")),
    (re.compile(r"\b(?:missing|trapped)\b"), re.compile(r"\b(?:found|rescued)\b")),
    (re.compile(r"\b(?:accused|suspected|charged)\b"), re.compile(r"\b(?:convicted|sentenced|acquitted)\b")),
    (re.compile(r"\b(?:announced|promised|planned|expected)\b"), re.compile(r"\b(?:cancelled|called off|postponed)\b")),
)
"""What the earlier report tells, and what a later one of the same has become of it."""
BEGUN, ENDED = (re.compile("|".join(pattern.pattern for pattern in which)) for which in zip(*STAGES, strict=True))
"""Any word of the one or of the other."""
OPEN: Final = frozenset({ClaimStatus.HEDGED, ClaimStatus.NOT_CONFIRMED})


def statement_lines(on: Sides) -> Iterator[Comparison]:
    """Yield a line for each set of statements that speak of the same, and for each claim that one article alone has."""
    each = [_statements(number, analysis) for number, analysis in enumerate(on.analyses)]
    everywhere = _everywhere(each)
    for together in (own for found in matched(each) for own in _of_more_than(everywhere, found)):
        first = together[0]
        is_worth_it = first.claim is not None and first.claim.source is not None and len(first.weights) >= FEWEST_SHARED
        if len(together) > 1 or is_worth_it:
            yield _line(together, on)


def _everywhere(each: Sequence[Sequence[Statement]]) -> frozenset[str]:
    """Return the words that every report has, where they are several: those of the story, which join everything."""
    if len(each) < SEVERAL:
        return frozenset()
    return frozenset.intersection(*(frozenset(term for one in found for term in one.weights) for found in each))


def _of_more_than(everywhere: frozenset[str], together: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """Yield a set that shares more than the words of the story, else each of its statements alone."""
    shared = set.intersection(*(set(one.weights) for one in together))
    if len(together) == 1 or not shared <= everywhere or not shared:
        yield together
    else:
        yield from ([one] for one in together)


@lru_cache(maxsize=4_096)
def weighed(text: str) -> dict[str, float]:
    """Return how telling each term of a few words is: the log of how rare it is, nothing for the most frequent.

    The same sentence is asked for several times; what is returned is not to be changed.
    """
    return dict(filter(None, map(_telling, WORD.findall(text))))


@lru_cache(maxsize=65_536)
def _telling(word: str) -> tuple[str, float] | None:
    """Return the term of a word with how rare it is; None where it tells too little."""
    term = stem(word.lower())
    if term in EMPTY:
        return None
    table = background()
    rarity = log(table.texts / max(table.counts.get(term, 1), 1))
    return (term, rarity) if rarity > COMMON else None


def _statements(side: int, analysis: Analysis) -> list[Statement]:
    text = analysis.article.text
    may_ask = any(words in text for words in ASKING)
    claims = [
        _statement(side, analysis, _said(analysis, claim), claim, may_ask=may_ask)
        for claim in analysis.claims
        if claim.source is not None or _is_open(claim, text)
    ]
    taken = [(one.span.start, one.span.end) for one in claims]
    plain = [
        _statement(side, analysis, sentence, may_ask=may_ask)
        for sentence in analysis.sentences
        if not any(start < sentence.end and sentence.start < end for start, end in taken)
    ]
    return [*claims[:MOST], *plain[:MOST]]


def _statement(side: int, analysis: Analysis, span: Span, claim: Claim | None = None, *, may_ask: bool) -> Statement:
    text = analysis.article.text
    asks = may_ask and _asks_how_many(analysis, span)
    return Statement(side, span, weighed(span.of(text)), claim, asks or _is_open(claim, text), asks)


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
    if not any(words in sentence for words in ASKING):
        return False
    return bool(NUMBER_UNKNOWN.search(sentence) and VICTIM_WORDS.search(sentence))


def _is_open(claim: Claim | None, text: str) -> bool:
    """Return whether a claim says that something is not known."""
    if claim is None or claim.status not in OPEN:
        return False
    return claim.status is ClaimStatus.NOT_CONFIRMED or bool(claim.cue and UNKNOWN.search(claim.cue.of(text)))


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
        return Comparison(_with(slot, _speaker(ordered[0], on)), Relation.ONLY, values, "no other report tells it", 1)
    # A question, or what is only told, is not the same as its denial.
    is_denied_by_some = 0 < statuses.count(ClaimStatus.DENIED) < len(ordered)
    is_same = least_alike(ordered) >= CLOSE and len(set(statuses)) <= 1 and not is_denied_by_some
    relation = Relation.SAME if is_same else Relation.COMPATIBLE
    shared = set(ordered[0].weights).intersection(*(one.weights for one in ordered[1:]))
    topic = _shown(shared, on, ordered) if shared else ""
    why = f"{'both' if len(ordered) == 2 else 'all'} speak of it"
    if all(one.asks_how_many for one in ordered):
        return Comparison(
            "not known: how many", Relation.COMPATIBLE, values, "none of them gives a number", origins(values, on)
        )
    slot = _with(slot, topic)
    if stage := _stage(ordered, on):
        return Comparison(slot, Relation.ADDS, values, f"{why}; {stage}", origins(values, on))
    if is_denied_by_some:
        why += "; one is a denial"
    return Comparison(slot, relation, values, why, origins(values, on))


def _stage(ordered: Sequence[Statement], on: Sides) -> str:
    """Return what a later report says has become of what an earlier one tells: "detained", then "released"."""
    days = [on.analyses[one.side].article.day for one in ordered]
    texts = [one.span.of(on.analyses[one.side].article.text) for one in ordered]
    ending = [number for number, text in enumerate(texts) if days[number] and ENDED.search(text)]
    for number, (day, text) in enumerate(zip(days, texts, strict=True) if ending else ()):
        if day is None or not BEGUN.search(text):
            continue
        for place in ending:
            later, after = days[place], texts[place]
            if place <= number or later is None or later <= day:
                continue
            for first, second in STAGES:
                begun, ended = first.search(text), second.search(after)
                if begun and ended and not second.search(text):
                    here, there = told_days(day, later)
                    return f'"{begun[0]}" on {here}, "{ended[0]}" on {there}'
    return ""


def _with(slot: str, what: str) -> str:
    return f"{slot}: {what}" if what else slot


def _speaker(one: Statement, on: Sides) -> str:
    if one.claim is None or one.claim.source is None:
        return ""
    who = speaker(on.analyses[one.side], one.claim)
    return "" if who.lower() in NOBODY else who


def _shown(shared: set[str], on: Sides, ordered: Sequence[Statement]) -> str:
    """Return the rarest words that all have, in the order of the first, those that stand together as one phrase."""
    first = ordered[0]
    text = first.span.of(on.analyses[first.side].article.text)
    strongest = set(sorted(shared, key=lambda term: (-first.weights[term], term))[:MOST_SHOWN])
    phrases: list[Span] = []
    told: set[str] = set()
    is_open = False
    for word in HYPHENED.finditer(text):
        terms = {*map(term_of, WORD.findall(word[0]))} & shared
        behind = is_open and text[phrases[-1].end : word.start()] == " "
        is_open = bool(terms - told) and (behind or bool(terms & strongest))
        if not is_open:
            continue
        told |= terms
        end = word.end() - (2 if word[0].endswith(("'s", "’s")) else 0)
        phrases.append(Span(phrases.pop().start if behind else word.start(), end))
    return ", ".join(phrase.of(text) for phrase in phrases)
