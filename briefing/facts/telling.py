"""Telling clauses: what an article holds beside its main event, or instead of one, each as a line of its own."""

from __future__ import annotations

import re
from typing import Final

from briefing.facts import labels, named
from briefing.facts.evidence import Ground, shortened
from briefing.model import Analysis, Clause, Fact, FactKind, Span

MOST: Final = 2
MOST_ALONE: Final = 4
"""The same where the article tells of no event."""
LONGEST: Final = 120
"""How many characters a label takes of a clause: all that is shown of it, four lines of a narrow panel."""
HALF: Final = 0.5
"""How much of a clause may stand on a line above."""
AGAIN: Final = 0.6
"""How many of its words may be those of a line above, counted by their stems."""
STEM: Final = 5
WORD: Final = re.compile(r"\w{4,}")
FAR: Final = 40
PRONOUNS: Final = frozenset(("he", "she", "it", "they"))


TOLD: Final = frozenset({FactKind.EVENT, FactKind.CLAIM, FactKind.QUOTE})


def telling(found: Analysis, on: Ground, told: tuple[Fact, ...], *, room: int) -> tuple[Fact, ...]:
    """Return the clauses that tell what none of `told` shows, in text order; more of them where there is `room`."""
    lines = [fact for fact in told if fact.kind is FactKind.EVENT]
    shown = [fact.span for fact in told if fact.kind in TOLD]
    stems = [_stems(fact.span.of(on.text)) for fact in lines]
    most = MOST_ALONE if not found.events else max(MOST, min(room, MOST_ALONE))
    out: list[Fact] = []
    for clause in found.clauses:
        span = shortened(on, clause.span, least=clause.verb.end)
        own = _stems(span.of(on.text))
        if any(_shared(span, other) > HALF * min(len(span), len(other)) for other in shown):
            continue
        if any(len(own & others) >= AGAIN * len(own) for others in stems):
            continue
        out.append(Fact(FactKind.EVENT, _label(found, clause, span), span, _subject(clause)))
        shown.append(span)
        stems.append(own)
        if len(out) == most:
            break
    return tuple(sorted(out, key=lambda fact: fact.span))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.lower())}


def _label(found: Analysis, clause: Clause, span: Span) -> str:
    """Return the words of a clause, with a name for a subject that is a pronoun or stands far before them."""
    text, who = found.article.text, clause.subject
    words = span.of(text)
    if who is not None and not clause.span.contains(who.span):
        words = f"{labels.clipped(named.name(found, who), FAR)} {words}"
    elif who is not None and who.entity is not None and who.span.of(text).lower() in PRONOUNS:
        words = f"{named.name(found, who)}{text[who.span.end : span.end]}"
    return labels.clipped(words.removesuffix("."), LONGEST, whole=True)


def _subject(clause: Clause) -> tuple[str, ...]:
    return (clause.subject.entity,) if clause.subject is not None and clause.subject.entity is not None else ()
