"""The words of a figure: the clause that says of what it is, where a number and a noun would not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.extract.events.pieces import LONGEST
from briefing.facts.evidence import shortened
from briefing.facts.ground import Ground
from briefing.facts.labels import clipped, unquoted
from briefing.facts.named import called
from briefing.facts.reference import is_clear, is_pronoun
from briefing.facts.sentence import GIVEN
from briefing.model import Analysis, MentionForm, Source, Span

ROOM: Final = 16
"""How many characters are left, at least, to what follows a figure where a clause is cut."""
SHORTEST: Final = 24
LITTLE: Final = 3
"""How many words a clause has at least."""
STARTS: Final = re.compile(
    r";\s|:\s|\s?--\s?|\s?—\s?|\s–\s|,\s(?:and|but|while|though|although|whereas|as)\s|\s(?:and|but)\s(?=(?:the|a|an|\d+)\s)"
)
"""Where a clause may begin within its sentence."""
ENDS: Final = re.compile(
    r";|:\s|\s?--\s?|\s?—\s?|\s–\s|,\s(?=(?:and|but|while|as|compared|according|up|down|from|with|which|who|followed|\w{2,}ing)\b)|\s(?:while|although|though|whereas|because)\s|[.?!][\"”’']*\s?$"
)
DATELINE: Final = re.compile(r"[A-Z][A-Z .'’-]{2,20}[^\n.]{0,30}?(?:\(\w+\)\s?)?(?:_|--|—)\s*")
"""Where and by whom a report was written, before it begins."""
HARD_END: Final = re.compile(r";|:\s|\s[–—]\s")
OPENING: Final = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Meanwhile|However|Also|Then|Now|For instance|For example|In addition|In fact|Indeed|Moreover|Of course|At the same time|According to [^,;:]{3,60}),?\s){1,2}"
)
"""What leads from one sentence to the next."""
OWN: Final = re.compile(r"\b(?:I(?!-[A-Z])|we|us|our|my|me|you|your)\b|[Ii][’']m\b|\?")
"""Words of one who speaks for himself, and questions."""
OPEN: Final = re.compile(
    r"(?i:and|but|or|nor|although|though|as|while|when|if|since|because|after|before|until|whether|how|what|why|not|here|that|this|these|those"
    r"|there|then|such|both|another|others?|his|her|its|their|some|one|each|it|he|she|they|who|which|where)\b"
    r"|(?:to|of|in|by|with|from|than|or)\b"
)
"""How words begin that need others to be understood."""
RELATIVE: Final = re.compile(r"\b(?:that|which|who|whose|where|when)\b")
ASIDE: Final = re.compile(r",\s(?:which|who|whose|where)\s[^,]{1,80},\s")
VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|rose|fell|grew|won|lost|led(?! by)|made|took"
    r"|gave|got|went|came|saw|cost|costs|paid|sold|bought|held|kept|left|met|ran|sent|shot|set|spent|stood|told|cut|hit|put|knew|know|think"
    r"|thought|believe|want|support|oppose|favor|favour|view|back|expects?|plans?|owns?|holds?|includes?|shows?|leads?|owe|means|calls|calling|remains?"
    r"|[a-z]{2,}ed)\b"
)


def clause_of(found: Analysis, on: Ground, core: Span) -> tuple[str, Span] | None:
    """Return the clause around `core`, as a line has it, and where it stands; None where none is short and whole."""
    own = on.around(core.start)
    for span, is_cut in _clauses(on, own, core):
        told = _told(found, on, span)
        if told is not None:
            return told + ("…" if is_cut else ""), span
    return None


def has_verb(words: str) -> bool:
    """Return whether words have a verb with a tense, as far as their forms tell."""
    return VERB.search(words) is not None


def is_own(words: str) -> bool:
    """Return whether words are those of one who speaks for himself, or a question."""
    return OWN.search(words) is not None


def _clauses(on: Ground, own: Span, core: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the stretches around a figure that may be a clause, the longest first, and whether they are cut amid one."""
    text = on.text
    hard = HARD_END.search(text, core.end, own.end)
    hard_before = max((match.end() for match in HARD_END.finditer(text, own.start, core.start)), default=own.start)
    own = Span(hard_before, hard.start() if hard is not None else own.end)
    ends = [match.start() for match in ENDS.finditer(text, core.end, own.end)]
    for start in [own.start, *(match.end() for match in STARTS.finditer(text, own.start, core.start))]:
        opening = DATELINE.match(text, start, core.start) or OPENING.match(text, start, core.start)
        begin = opening.end() if opening is not None else start
        fitting = [end for end in (*ends, own.end) if SHORTEST <= end - begin <= LONGEST]
        if fitting:
            yield Span(begin, max(fitting)), False
        elif own.end - begin > LONGEST and begin + LONGEST - core.end >= ROOM:
            yield shortened(on, Span(begin, own.end), least=core.end), True


def _told(found: Analysis, on: Ground, span: Span) -> str | None:
    words = span.of(on.text)
    given = GIVEN.search(words)
    words = " ".join((words[: given.start()] if given is not None else words).split())
    plain = ASIDE.sub(" ", words)
    verb = VERB.search(plain)
    if OWN.search(words) or len(words.split()) < LITTLE or not verb or RELATIVE.search(plain, 0, verb.start()):
        return None
    if verb.start() == 0:
        return None
    first = words.split(" ", 1)[0].strip("\"“‘'`")
    if is_pronoun(first):
        who = _meant(found, on, span, first)
        if who is None:
            return None
        words = f"{who}{words[words.index(first) + len(first) :]}"
    elif OPEN.match(words.lstrip("\"“‘'`")):
        return None
    return unquoted(words).strip(" ,;:").removesuffix(".")


def _meant(found: Analysis, on: Ground, span: Span, pronoun: str) -> str | None:
    """Return the name of the one whom the pronoun at the beginning of `span` means, where nobody else can be meant."""
    for entity in found.entities:
        for mention in entity.mentions:
            if mention.form is MentionForm.NAME or not span.start <= mention.span.start <= span.start + 1:
                continue
            if mention.span.of(on.text) == pronoun and is_clear(found, on, Source(mention.span, entity.id)):
                return clipped(called(found, entity))
    return None
