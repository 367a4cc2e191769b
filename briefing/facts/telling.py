"""Telling clauses: what an article holds beside its main event, or instead of one, each as a line of its own."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.events.lexicon import lexicon
from briefing.facts import labels, named
from briefing.facts.beginning import disagree, is_half, whole
from briefing.facts.evidence import Ground, shortened
from briefing.facts.misreading import is_long_past
from briefing.facts.reference import is_clear, is_pronoun
from briefing.model import Analysis, Clause, EntityType, Fact, FactKind, MentionForm, Source, Span

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
JOINED: Final = re.compile(r"(?:\b(?:and|but)\s(?:\w+ly\s)?|,\s)$")
OWN: Final = re.compile(
    r"(?:\b(?:how|that)\s(?=(?:the\s|an?\s)?(?:[A-Z][\w’'-]*\s|\d[\d,]*\s){0,3}(?!is\b|was\b)[a-z]{2,}s\s$)"
    r"|(?<!\bof)(?<!\bin)(?<!\bon)(?<!\bat)(?<!\bto)(?<!\bby)(?<!\bfor)(?<!\bwith)(?<!\bfrom)\s"
    r"(?=[A-Z][\w-]+\s[A-Z][\w-]+['’]s\s(?:[a-z][\w-]*\s){1,3}$))(\S.{0,80})$"
)
"""A subject right before its verb: "shows how Lenna firms have hid their gains" is of the firms."""
FINITE: Final = re.compile(
    r"(?:was|is|has|had|will|would|could|may|did|does|\w{2,}ed|said|told|made|took|gave|went|left|lost|won)\b"
)
"""How a verb begins that is whole and needs nothing of what stands before it."""
LISTED: Final = re.compile(r"\b[A-Z][\w-]+, $")
TAIL: Final = re.compile(r"[A-Z][\w-]+ and [A-Z]")
"""The end of a list of names: "cables between Europe, Africa and Asia broke"."""
PAST: Final = re.compile(r"\sthat\s(?:the|an?|she|he|it|they)\s|,\s\S$")
ROOM: Final = 24
"""How many characters of a label are left, at least, to what stands behind the verb."""
TELLING: Final = re.compile(r"[a-z]{3,}", re.IGNORECASE)

TOLD: Final = frozenset({FactKind.EVENT, FactKind.CLAIM, FactKind.QUOTE})


def telling(found: Analysis, on: Ground, told: tuple[Fact, ...], *, room: int) -> tuple[Fact, ...]:
    """Return the clauses that tell what none of `told` shows, in text order; more of them where there is `room`."""
    lines = [fact for fact in told if fact.kind is FactKind.EVENT]
    shown = [fact.span for fact in told if fact.kind in TOLD]
    stems = [_stems(fact.span.of(on.text)) for fact in lines]
    most = MOST_ALONE if not found.events else max(MOST, min(room, MOST_ALONE))
    out: list[Fact] = []
    for clause in found.clauses:
        stretch = _stretch(found, on, clause)
        stretch = whole(on.text, stretch) if stretch is not None else None
        if stretch is None:
            continue
        span = shortened(on, stretch, least=clause.verb.end)
        if LISTED.search(on.text, max(0, span.start - FAR), span.start) and TAIL.match(on.text, span.start):
            continue
        if is_half(span.of(on.text)) or _is_of_old(found, span) or _runs_past(on.text, clause):
            continue
        own = _stems(span.of(on.text))
        if not _tells_something(found, span):
            continue
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


def _is_of_old(found: Analysis, span: Span) -> bool:
    """Return whether a clause tells of a year long past, and of none since."""
    published = found.article.day
    return published is not None and is_long_past(span.of(found.article.text), published.year)


def _runs_past(text: str, clause: Clause) -> bool:
    """Return whether other words than its own stand between a subject and its verb: "The Trouble With Lund, spoke"."""
    return clause.subject is not None and PAST.match(text, clause.subject.span.end, clause.verb.start + 1) is not None


def _stretch(found: Analysis, on: Ground, clause: Clause) -> Span | None:
    """Return the words of a clause from its subject on without a gap; None where they are too many, or nobody knows whose.

    "Lund, who was late, looked on" with its middle cut out tells what nobody wrote.
    """
    who = clause.subject
    if who is None:
        return clause.span
    if is_pronoun(who.span.of(on.text)) and not is_clear(found, on, who):
        return None
    if clause.span.contains(who.span):
        return clause.span
    own = OWN.search(on.text, max(0, clause.span.start - FAR), clause.span.start)
    if own is not None and not disagree(own[1], on.text[clause.span.start : clause.verb.end]):
        return Span(own.start(1), clause.span.end)
    is_near = on.sentence(clause.span.start).contains(who.span) and who.span.start < clause.span.start
    if (
        is_near
        and len(shortened(on, clause.span, least=clause.verb.end)) + clause.span.start - who.span.start <= LONGEST
    ):
        return Span(who.span.start, clause.span.end)
    if is_near and _goes_on(found, on, clause, who):
        return clause.span
    if not is_near or clause.verb.end - who.span.start > LONGEST - ROOM:
        return None
    return Span(who.span.start, clause.span.end)


def _goes_on(found: Analysis, on: Ground, clause: Clause, who: Source) -> bool:
    """Return whether a clause has its whole verb, and the name of one for the subject of it and of the clause before."""
    if not JOINED.search(on.text, max(0, clause.span.start - FAR), clause.span.start):
        return False
    is_name = any(
        mention.form is MentionForm.NAME and who.span.contains(mention.span) and mention.span.end == who.span.end
        for entity in found.entities
        if entity.id == who.entity and entity.type in (EntityType.PERSON, EntityType.ORG)
        for mention in entity.mentions
    )
    return is_name and FINITE.match(on.text, clause.span.start) is not None


def _tells_something(found: Analysis, span: Span) -> bool:
    """Return whether a clause has a name, a number, a day, or a word for what happens: more than how it looked."""
    if any(one.overlaps(span) for one in (*(f.span for f in found.figures), *(d.span for d in found.dates))):
        return True
    if any(
        mention.form is MentionForm.NAME and mention.span.overlaps(span)
        for e in found.entities
        for mention in e.mentions
    ):
        return True
    known = lexicon()
    words = [word.lower() for word in TELLING.findall(span.of(found.article.text))]
    return any(
        word in known.nouns or ((form := known.form(word)) is not None and form[0] in known.verbs) for word in words
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.lower())}


def _label(found: Analysis, clause: Clause, span: Span) -> str:
    """Return the words of a clause, with a name for a subject that is a pronoun or stands before them."""
    text, who = found.article.text, clause.subject
    words = span.of(text)
    if who is not None and span.start == clause.span.start and not span.contains(who.span):
        words = f"{labels.clipped(named.name(found, who), FAR)} {words}"
    elif who is not None and who.entity is not None and is_pronoun(who.span.of(text)):
        words = f"{named.name(found, who)}{text[who.span.end : span.end]}"
    return labels.clipped(words.removesuffix("."), LONGEST, whole=True)


def _subject(clause: Clause) -> tuple[str, ...]:
    return (clause.subject.entity,) if clause.subject is not None and clause.subject.entity is not None else ()
