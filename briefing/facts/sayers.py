"""Sayers: words for one who can say something, and the whole of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.model import Claim, Source, Span

LONGEST: Final = 14
"""A source of more words is a clause that was taken for a name."""
NO_NAME: Final = re.compile(
    r"(?:of|in|on|at|by|for|with|from|to|and|but|or|as|that|which|who|given|how|what|when|where|while|if|is|are|was|were"
    r"|has|have|had|be|been|will|would|not|however|also|no|it|this|these|there|he|she|they|we)\b"
    r"|.*(?:\b(?:who|which|was|were|is|are|has|have|had|will|would|whose|percent|per cent|most|more|least|behind|with|of|for|by|to)|%)$",
    re.IGNORECASE | re.DOTALL,
)
"""How words begin or end that name nobody."""
SAYERS: Final = words_of(
    "statement spokesman spokeswoman spokesperson company police government report study survey poll court"
    " judge ministry bank agency official prosecutor lawyer attorney coach president minister mayor"
    " governor army military witness officer detective chief director chairman researcher scientist expert"
    " analyst economist doctor union group firm newspaper website magazine editorial letter commission"
    " committee council administration campaign party team club source ambassador diplomat general"
    " commander investigator fire-chief coroner critics opposition pentagon vatican embassy department"
    " office body board panel jury regulator airline manager owner author editor professor resident"
    " neighbor neighbour mother father wife husband brother sister son daughter victim suspect defendant"
)
"""Single words in the singular that can say something: "deal" and "outcome" can't."""
SILENT: Final = words_of("terms image images photo photos picture pictures news shares jobs sales")
"""Words that say nothing, though they stand where a speaker does."""
HAPPENINGS: Final = words_of(
    "violence attack attacks game games season victory win loss incident storm fire crash war blast blasts missiles rockets drones bombs shells bullets"
)
"""Heads of words that say nothing either, whatever stands before them."""
ALL: Final = re.compile(r"(?:everything|anything|nothing|something|whatever|much|most of what)\b", re.IGNORECASE)
"""How words begin that are what somebody says: "Everything Lund says is a lie"."""
THING_OF: Final = re.compile(
    r"(?:an?|the) (?:threat|thing|deal|plan|idea|fact|risk|danger|change|matter|crisis|move|step) [A-Z]"
)
"""A thing and the one who says something of it: "a threat Churchill warned about"."""
MEASURES: Final = words_of("index makes gives takes comes tradition custom theory rumour rumor")
"""How words end that say nothing: "his body mass index"."""
OCCASION: Final = re.compile(
    r"(?:first|second|third|fourth|fifth|last|next|only|latest|other)\s(?:time|day|week|month|year)\s", re.IGNORECASE
)
"""How words begin that tell when something is said, and run on into who says it: "the third time the union said"."""
WITHOUT_THAT: Final = re.compile(
    r"(?:wo)?m[ae]n\s(?:police|officials|authorities|prosecutors|investigators|detectives)|(?:suspect|driver|gunman|teenager|boy"
    r"|girl|couple|people)\s(?:police|officials|authorities|prosecutors|investigators|detectives)",
    re.IGNORECASE,
)
"""Someone and those who say something of him: "the man police say fired the shots"."""
ARTICLES: Final = words_of("the a an his her its their our my your")
HANGING: Final = re.compile(
    r"\b(?:to|in|of|for|at|from|near|with|on|by|into|over|against|about)\s(?:the\s)?$", re.IGNORECASE
)
OPENING: Final = re.compile(
    r"(?:^|[.;\n]\s*)((?!In\b|At\b|On\b|From\b)[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3}\s(?:to|in|of|for|at|from|with)\s(?:the\s)?)$"
)
"""The first words of a sentence up to a preposition."""
WITHIN: Final = re.compile(r"\b(?:which|who)\s\w+\s$")
"""What stands before the object of a relative clause: "operators, which run tours to parks, say"."""
RELATIVE: Final = re.compile(r"\s*([A-Z][\w’'-]*(?:\s[\w’'-]+){0,3}?),?\s(?:who|which)\b")
BEFORE: Final = 60
NOBODY: Final = words_of(
    "most fewer many some one ones others other nobody another both all few several those these none more half somebody someone"
    " everyone everybody anyone people things friday monday tuesday wednesday thursday saturday sunday speaker cpl const sgt"
)
"""Words that name nobody a reader could know: "one said"."""
PORTION: Final = re.compile(
    r"(?:one|many|most|some|all|several|both|two|none|few) of (?:whom|which|them)\b", re.IGNORECASE
)


def hangs(text: str, claim: Claim) -> bool:
    """Return whether the source of `claim` hangs on a preposition, so that another one says it: "the head of the FBI"."""
    if claim.source is None or claim.cue is None or claim.cue.start < claim.source.span.end:
        return False
    start = claim.source.span.start
    near = max(0, start - 24)
    return HANGING.search(text, near, start) is not None or WITHIN.search(text, near, start) is not None


def whole(text: str, claim: Claim) -> Claim:
    """Return `claim` with the whole of its source where that hangs on words that open the sentence: "Guides to the parks"."""
    if claim.source is None or not hangs(text, claim):
        return claim
    span = claim.source.span
    if WITHIN.search(text, max(0, span.start - 24), span.start):
        begins = max(text.rfind(sign, max(0, span.start - 4 * BEFORE), span.start) for sign in (". ", "\n")) + 1
        subject = RELATIVE.match(text, begins, span.start)
        return claim if subject is None else replace(claim, source=Source(Span(*subject.span(1)), None))
    opening = OPENING.search(text, max(0, span.start - BEFORE), span.start)
    return claim if opening is None else replace(claim, source=Source(Span(opening.start(1), span.end), None))


def is_speaker(text: str, source: Source) -> bool:
    """Return whether the words of `source` name someone: a noun group, or a pronoun that stands for an entity."""
    words = source.span.of(text)
    if not words.strip() or len(words.split()) > LONGEST:
        return False
    if words.lower() in NOBODY or PORTION.match(words) or (len(words) == 1 and words not in ("I", "X")):
        return False
    if words.lower() in ("he", "she", "they", "it", "we", "i", "you", "who", "which"):
        return source.entity is not None
    bare = words.removeprefix("the ").removeprefix("The ")
    if " " not in bare and bare.islower() and bare not in SAYERS and not bare.endswith("s") and source.entity is None:
        return False
    if bare.rsplit(" ", 1)[-1] in HAPPENINGS or bare.rsplit(" ", 1)[-1] == "reaction":
        return False
    if ALL.match(bare) is not None or THING_OF.match(words) is not None or bare.rsplit(" ", 1)[-1] in MEASURES:
        return False
    if OCCASION.match(bare) is not None or WITHOUT_THAT.fullmatch(bare) is not None:
        return False
    return bare.lower() not in SILENT | ARTICLES and NO_NAME.match(words) is None
