"""Statements: who says so, and how it is held: denied, confirmed, claimed, or plainly said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.events.pieces import LONGEST
from briefing.facts import named
from briefing.facts.evidence import breaks_off, shortened
from briefing.facts.ground import Ground
from briefing.facts.hollow import is_hollow
from briefing.facts.reference import firm, is_open
from briefing.facts.told import told
from briefing.facts.traits import FINITE, Scene, scene, traits
from briefing.facts.traits import STEM as SHORT_STEM
from briefing.facts.wholes import whole
from briefing.facts.worth import NEEDED, SOUND, likelihood
from briefing.model import (
    Analysis,
    Claim,
    ClaimStatus,
    Event,
    EventType,
    Fact,
    FactKind,
    Quote,
    Source,
    Span,
)

MOST: Final = 6
MOST_WEIGHED: Final = 60
"""How many of the best claims are weighed against each other; a long text has thousands."""
MOST_OF_ONE: Final = 3
"""How many statements of one speaker are shown."""
MOST_OF_MAIN: Final = 4
"""The same, where what they say is the event itself, or nobody else says anything."""
LEAST_SOUND: Final = 0.75
"""How likely a claim must be told rightly: of 2,770 judged ones that leaves out 44 in a hundred of the wrong and 14 of the right."""
LEAST_ALONE: Final = 0.65
"""The same where no other claim has a line."""
LEAST_WORTH: Final = 0.45
"""What a claim must be worth: below that are mostly idle ones, plans, hopes and doubts of the last part."""
AGAIN: Final = 0.9
"""What a further statement of one speaker is worth beside the first."""
UNCLEAR: Final = 0.5
"""What it is worth at least that something is not clear."""
SAME: Final = 0.3
"""How much of its worth a statement loses all of whose words were said by one that is shown."""
STEM: Final = 6
MATTER: Final = re.compile(r"[^\W\d_]{4,}")
LEAST_MATTER: Final = 2
TWICE: Final = 0.75
"""How much of the shorter of two statements is in the other where both say the same."""
NEAR: Final = 60
"""How far behind its beginning a statement may name the event that it is all about."""
ENOUGH: Final = 0.6
"""How much of the words that stand alone must be what is said."""
THAT: Final = "that "
QUOTED: Final = ('"',)
ASIDE: Final = re.compile(r"(?:in|at|during|on|from)\s(?:what|an?|the|his|her|its|their|\w+day)\b")
"""How words begin behind "said" that tell where or how something was said, which stands before: "..., the mayor said in a letter"."""
ADDRESS: Final = re.compile(r"[^.;:?!\"“”]{1,60}? that (?=\w)")
"""How words begin that tell to whom something was told: "jurors in Orlby that ..."."""
ADDRESSING: Final = re.compile(r"\b(?:t(?:old|ell)|warn|remind|assur|inform|advis|notif|recommended$)", re.IGNORECASE)
BESIDES: Final = re.compile(
    r"(?:(?:(?:on|last|this|late|early) )?(?:\w+day|week|month|year|night|yesterday|today)(?: (?:night|morning|evening|afternoon))?|in \d{4}"
    r"|[a-z]+ly|right away|for example|in so many words),? that "
    r"|(?:in|on|at|last|this|earlier|later|during|after|before|for)\b[^.;?!\"“”]{0,60}?[:,] (?=[\"“])",
    re.IGNORECASE,
)
"""How words begin that tell when, where or how something was said: "Monday that ...", "last week in Orlby, “..."."""
SHORTEST: Final = 15
"""How many characters must be left of what is said without them."""
CLEAR: Final = 20
"""A content of so few characters is shown with its source and its cue."""
HELD: Final = {
    ClaimStatus.CLAIMED_RESPONSIBILITY: 2.0,
    ClaimStatus.DENIED: 1.3,
    ClaimStatus.CONFIRMED: 1.2,
    ClaimStatus.NOT_CONFIRMED: 1.2,
    ClaimStatus.CONDEMNED: 1.1,
}
"""How much more a claim so held is worth: the judged lines have too few of them to tell."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may have a line."""

    claim: Claim
    worth: float
    speaker: str
    matter: frozenset[str]
    """The longer words of what is said, as far as a line can show it, by their beginnings."""


def statements(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return who says so, the most needed first, and nothing that is likely told wrongly."""
    view = scene(found, on)
    candidates = _candidates(found, on, view)
    main = found.events[0] if found.events else None
    is_statement = main is not None and main.type is EventType.STATEMENT
    speakers = {source.entity for source in main.agent} if main is not None and is_statement else set()
    is_alone = len({one.speaker for one in candidates}) == 1
    known: set[str] = set()
    told_before: list[tuple[ClaimStatus, frozenset[str]]] = []
    out: list[Fact] = []
    spoken: Counter[str] = Counter()
    shown: set[Span] = set()

    def worth(one: Candidate) -> float:
        same = len(one.matter & known) / max(1, len(one.matter))
        return one.worth * AGAIN ** spoken[one.speaker] * (1 - SAME * same)

    about = view.title | view.often

    while candidates and len(out) < MOST:
        best = max(candidates, key=worth)
        candidates.remove(best)
        claim = best.claim
        most = MOST_OF_MAIN if best.speaker in speakers or is_alone else MOST_OF_ONE
        if spoken[best.speaker] == most or any(
            held is claim.status and _is_again(best.matter, other) for held, other in told_before
        ):
            continue
        if main is not None and claim.cue is not None and claim.cue.overlaps(main.trigger):
            # The event card has it already.
            continue
        if claim.status is ClaimStatus.STATED and main is not None and _is_the_event(claim, main):
            continue
        span = _evidence(on, claim)
        if span is None or any(span.overlaps(other) for other in shown) or is_hollow(on.text, claim, span):
            continue
        if breaks_off(on.text, span):
            continue
        if claim.status is ClaimStatus.STATED and not _is_about(on, about, span):
            continue
        spoken[best.speaker] += 1
        shown.add(span)
        known |= best.matter
        told_before.append((claim.status, best.matter))
        out.append(statement(found, on, claim, span))
    return tuple(out)


def statement(found: Analysis, on: Ground, claim: Claim, span: Span | None = None) -> Fact:
    """Return the line for a claim, shown by the words at `span`; "the company" stays so where it can be one or the other."""
    if claim.source is not None and is_open(found, on, claim.source):
        claim = replace(claim, source=Source(claim.source.span))
    elif claim.source is not None and (known := firm(found, on, claim.source)) is not None:
        claim = replace(claim, source=Source(claim.source.span, known))
    quoted = 2 * _quoted(found.quotes, claim.span) > len(claim.span)
    kind = FactKind.QUOTE if quoted and claim.status is ClaimStatus.STATED else FactKind.CLAIM
    span = span or _evidence(on, claim) or shortened(on, claim.span)
    return Fact(kind, named.claim(found, claim), span, (claim.id, *_source_ids(claim)))


def _candidates(found: Analysis, on: Ground, view: Scene) -> list[Candidate]:
    """Return the claims that may have a line, the best first."""
    listed = []
    for claim in told(found):
        seen = traits(view, claim)
        sound = likelihood(SOUND, seen)
        held = HELD.get(claim.status, 1.0)
        if claim.source is not None and sound * held < LEAST_WORTH:
            continue
        worth = sound * likelihood(NEEDED, seen) * held
        if claim.source is None:
            # What is not clear is said by nobody, and has few lessons.
            sound, worth = LEAST_SOUND, max(worth, UNCLEAR)
        if worth >= LEAST_WORTH:
            listed.append((sound, worth, claim))
    sure = [one for one in listed if one[0] >= LEAST_SOUND or one[2].status is ClaimStatus.CLAIMED_RESPONSIBILITY]
    kept = sure or [one for one in listed if one[0] >= LEAST_ALONE]
    kept.sort(key=lambda one: (-one[1], one[2].span.start))
    return [Candidate(claim, worth, _speaker(on, claim), _matter(on, claim)) for _, worth, claim in kept[:MOST_WEIGHED]]


def _is_about(on: Ground, about: frozenset[str], shown: Span) -> bool:
    """Return whether the words of a statement have a name, a number, a day, or a word of what the article is about."""
    if on.near(shown.start, shown.end):
        return True
    return any(word[:SHORT_STEM].lower() in about for word in MATTER.findall(on.text, shown.start, shown.end))


def _is_the_event(claim: Claim, main: Event) -> bool:
    """Return whether a claim says little more than the main event, beside which stands who says so."""
    return claim.span.contains(main.trigger) and main.trigger.start - claim.span.start < NEAR


def _is_again(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether most of what is said was said by another: a ruling told by the court and by the judge."""
    least = min(len(one), len(other))
    return least >= LEAST_MATTER and len(one & other) >= TWICE * least


def _speaker(on: Ground, claim: Claim) -> str:
    return (claim.source.entity or claim.source.span.of(on.text).lower()) if claim.source else ""


def _matter(on: Ground, claim: Claim) -> frozenset[str]:
    end = min(claim.span.end, claim.span.start + LONGEST)
    return frozenset(word[:STEM].lower() for word in MATTER.findall(on.text, claim.span.start, end))


def _quoted(quotes: tuple[Quote, ...], span: Span) -> int:
    """Return how many characters of `span` stand in the longest quote that it overlaps."""
    first = max(0, bisect_left(quotes, span.start, key=lambda quote: quote.span.start) - 1)
    longest = 0
    for quote in quotes[first:]:
        if quote.span.start >= span.end:
            break
        longest = max(longest, quote.span.shared(span))
    return longest


def _source_ids(claim: Claim) -> tuple[str, ...]:
    return (claim.source.entity,) if claim.source is not None and claim.source.entity is not None else ()


def _evidence(on: Ground, claim: Claim) -> Span | None:
    """Return the words that show what is said, with who says so where they say little alone; None where they would break off."""
    core = claim.cue if claim.cue is not None else claim.span
    own, sentence = claim.span, on.sentence(claim.span.start)
    is_whole = (claim.source is None or claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY or len(own) <= CLEAR) or (
        own.start >= core.end and ASIDE.match(on.text, own.start) is not None
    )
    if is_whole:
        # What is said says nothing without the words around it.
        words = whole(on, own, holding=core)
        if words is not None or (claim.status not in HELD and claim.source is not None):
            return words
    short = with_source(own, claim) if is_whole else own
    if sentence.end >= short.end and len(short) <= LONGEST:
        return _without_that(on, short, claim.cue)
    words = whole(on, own)
    if words is not None and sentence.contains(core):
        inside = own.shared(words)
        if not is_whole and words.contains(core) and inside > CLEAR:
            # Who says so stands above it.
            return _without_that(on, Span(max(own.start, words.start), min(own.end, words.end)), claim.cue)
        if inside > ENOUGH * len(words):
            return words
    words = whole(on, own, within=own)
    if words is not None:
        return words
    return shortened(on, short) if claim.status in HELD else None


def with_source(said: Span, claim: Claim) -> Span:
    """Return the stretch from the first to the last of what is `said`, of who says it and of the cue."""
    spans = [said, *([claim.cue] if claim.cue else []), *([claim.source.span] if claim.source else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _without_that(on: Ground, said: Span, cue: Span | None) -> Span:
    """Return the words of what is said without "that", and with the mark that opens a quotation which they close.

    Whom it was told, when and where, goes as well where what is said begins behind it: "to jurors on Monday that ...".
    """
    behind = BESIDES.match(on.text, said.start, said.end)
    if behind is None and cue is not None and ADDRESSING.search(cue.of(on.text)):
        behind = ADDRESS.match(on.text, said.start, said.end)
    if behind is not None and FINITE.search(behind[0]) is None and said.end - behind.end() >= SHORTEST:
        said = Span(behind.end(), said.end)
    if on.text[said.start - 1 : said.start] in QUOTED and on.text[said.start - 1] in said.of(on.text):
        return shortened(on, Span(said.start - 1, said.end))
    return shortened(on, Span(said.start + len(THAT) * on.text.startswith(THAT, said.start), said.end))
