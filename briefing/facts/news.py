"""News: the line that tells what happened, as a whole statement."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.events.lexicon import lexicon
from briefing.facts import named
from briefing.facts.evidence import phrase
from briefing.facts.figure_words import clause_of, has_verb, is_own
from briefing.facts.ground import Ground
from briefing.facts.happening import what_label
from briefing.facts.reference import is_pronoun
from briefing.facts.sentence import headline, sentence
from briefing.facts.told import told
from briefing.facts.wholes import WHOLE, Whole, found_whole, joined
from briefing.model import (
    Analysis,
    Event,
    Fact,
    FactKind,
    Span,
)

SAYING: Final = re.compile(r"\b(?:said|says?|told|tells?|added|testified|testifies|spoke|speaks)$")
RULING: Final = re.compile(r"\b(?:ruled|decided|announced|reported|found|confirmed|wrote)$")
LEAST: Final = 50.0
"""What words weigh at least that stand for those of a sentence that is too long: rather these than its beginning."""
SOUND: Final = 100.0
"""What words weigh at least that are what somebody says."""
SURE: Final = 150.0
"""What other words of the sentence weigh at least."""
BRIEF: Final = 28
OWNERS: Final = frozenset(("its", "his", "her", "their"))


def what(found: Analysis, on: Ground, event: Event) -> Fact | None:
    """Return the fact that `event` happened; None where its words would not say who did what."""
    title = headline(found, event)
    if title is not None:
        return Fact(FactKind.EVENT, title.label, title.span, (event.id,))
    if _is_asked(on, event) or _says_nothing(on, event):
        return None
    line = sentence(found, on, event)
    points_back = line is not None and _leans_back(line.label)
    if points_back:
        line = None
    if line is None or line.label.endswith("…"):
        words = found_whole(on, event.trigger.start, holding=event.trigger, least=LEAST)
        if words is not None and not _leans_back(words.parts[0].of(on.text)):
            return _line(on, event, words, next(part for part in words.parts if part.overlaps(event.trigger)))
        instead = (_said(found, on, event) or _news(on, event, least=SURE)) if line is not None else None
        if instead is not None:
            return instead
    if line is not None:
        return Fact(FactKind.EVENT, line.label, line.span, (event.id,)) if not is_own(line.label) else None
    form = lexicon().form(event.trigger.of(on.text).lower())
    is_verb = (
        form is not None
        and form[1] in ("past", "pp", "ed")
        and event.trigger.of(on.text).lower() not in lexicon().nouns
    )
    if is_verb or (event.verb is not None and event.verb.overlaps(event.trigger)):
        clause = clause_of(found, on, event.trigger)
        if points_back or (clause is not None and _leans_back(clause[0])):
            return _news(on, event)
        return Fact(FactKind.EVENT, clause[0], clause[1], (event.id,)) if clause is not None else None
    near_by = [*(source.span for source in (*event.target[:1], *event.agent[:1], *event.means[:1]))]
    near = [span for span in near_by if on.sentence(span.start) == on.sentence(event.trigger.start)]
    near.sort(key=lambda span: max(span.start - event.trigger.end, event.trigger.start - span.end))
    label = what_label(found, event)
    if " " not in label:
        return None
    return Fact(FactKind.EVENT, label, phrase(on, event.trigger, *near), (event.id,))


def _said(found: Analysis, on: Ground, event: Event) -> Fact | None:
    """Return what somebody says in the sentence of an event that is too long, behind his name: "Lund said: the pumps had failed"."""
    own = on.sentence(event.trigger.start)
    near = {claim.id for claim in found.claims if claim.cue is not None and own.contains(claim.cue)}
    for claim in told(found, only=near) if near else ():
        words = found_whole(on, claim.span.start, within=claim.span, least=SOUND)
        if claim.source is not None and words is not None:
            said = _line(on, event, words, words.longest)
            return replace(said, label=f"{named.claim(found, claim)}: {said.label}")
    return None


def _news(on: Ground, event: Event, *, least: float = WHOLE) -> Fact | None:
    """Return what the sentence of an event tells where its own clause points back to it, or is too long: "two died after the river ..."."""
    words = found_whole(on, event.trigger.start, least=least)
    if words is None or _leans_back(words.parts[0].of(on.text)) or is_own(joined(on.text, words.parts)):
        return None
    return _line(on, event, words, words.longest)


def _line(on: Ground, event: Event, words: Whole, shown: Span) -> Fact:
    return Fact(FactKind.EVENT, joined(on.text, words.parts), shown, (event.id,), words.beside(shown))


def _leans_back(words: str) -> bool:
    """Return whether words begin with one that points to somebody before them: "she points", "its banks"."""
    first = words.split(" ", 1)[0].lower()
    return is_pronoun(first) or first in OWNERS


def _is_asked(on: Ground, event: Event) -> bool:
    """Return whether the sentence of an event is a question."""
    rest = on.text[event.trigger.end : on.around(event.trigger.start).end].rstrip(" \n\"”’'")
    return rest.endswith("?") and ":" not in rest


def _says_nothing(on: Ground, event: Event) -> bool:
    """Return whether a verb of saying has nothing behind it that is said: "The Times said in an editorial on Monday"."""
    verb = event.verb
    if verb is None or not verb.overlaps(event.trigger):
        return False
    rest = on.text[verb.end : on.around(verb.end).end]
    is_brief = len(rest) < BRIEF and RULING.search(verb.of(on.text)) is not None
    is_last = is_brief and event.subject is not None and on.text[: event.subject.span.start].endswith(", ")
    return (is_last or SAYING.search(verb.of(on.text)) is not None) and not has_verb(rest)
