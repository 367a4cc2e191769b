"""Speakers: which claims are said by someone, and worth a line of the panel."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.facts.doers import is_city
from briefing.facts.sayers import hangs, is_speaker
from briefing.model import Analysis, Claim, ClaimStatus, EntityType, Source, Span

SAID: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|announc|confirm|den(?:y|ie)|claim|alleg|warn"
    r"|insist|stat(?:e|es|ed|ing|ement)\b|report|acknowledg|admit|argu|accus|blam|condemn|critici|denounc|deplor|describ|call"
    r"|declar|explain|express|note|noting|urg(?:e|ing)|promis|pledg|vow|predict|forecast|estimat|believ|think|thought|hope"
    r"|expect|fear|suggest|show|found|find|reveal|conclud|emphasi|stress|repl(?:y|ie)|respond|ask|wrote|writ|tweet|testif"
    r"|complain|conced|remark|quot|quip|joke|recall|reiterat|contend|maintain|assert|dismiss|reject|refus|declin|appeal|propos"
    r"|recommend|threat|agree|apologi|prais|prescrib|ruled|rules|decid|comment|spoke|speak|mention|indicat|signal|clear|known"
    r"|responsib|demand|order|worr|concern|regret|defend|support|welcom|hail|want|plan)",
    re.IGNORECASE,
)
"""Cues of saying and of thinking aloud; others ("set", "threw") attribute nothing that a reader would quote."""
LABELS: Final = words_of("report reports breaking update watch poll video exclusive source sources")
"""What stands before the colon of a headline without being a speaker."""
CALLED_TO: Final = re.compile(r"\s(?:to|up|in|by|out)\s(?!order\b)")
"""What follows those who are called somewhere, not something: "members, called to service by"."""
RELATED: Final = re.compile(r",?\s(?:who|which|whose)\b")
"""What stands behind a name that only a relative clause tells more of: what follows is of somebody else."""
LIVES: Final = re.compile(r"(?:\s[\w,-]+){1,4}?\slives\b")
MAINTAINED: Final = re.compile(r"maintain(?:s|ed|ing)?\s(?:a|an|the|his|her|its|their)\s(?!innocence)", re.IGNORECASE)
"""To maintain a thing is to keep it."""
THINGS: Final = words_of(
    "claim claims support plan plans demand demands order orders concern concerns regret hope hopes fear fears call calls"
)
DETERMINED: Final = re.compile(r"\b(?:the|a|an|full|his|her|its|their|of|no|whose)\s$|['’]s\s$")
"""What stands before such a word where it is a noun: "with the full support of"."""
SHARES: Final = ("a quarter of a ", "half a ", "half of a ", "a third of a ")
"""How words begin that measure something: they say nothing."""
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
PASSIVE_CUE: Final = re.compile(
    r"(?:\w+\s){0,3}?(?:was|were|been|being|is|are|be)\s(?:(?:\w+ly|never|not|also|still|once)\s){0,2}(?!quoted|pleased|concerned"
    r"|worried|disappointed|convinced|determined|committed|satisfied|agreed|opposed|saddened|shocked|confused|mistaken)"
    r"(?:\w+ed|told|shown|given|found|seen|known|said|thought|made|sent|held|met|taken|written|driven|forgotten)\b",
    re.IGNORECASE,
)
"""A cue in which the source suffers what is said: "was shown a red card"."""
POSSIBLE: Final = re.compile(r"(?:may|might|could|should|can)\b(?!\s*n[o'’])", re.IGNORECASE)
"""A cue of what somebody might say one day."""
ASKED: Final = re.compile(r"\s*(?:what|how|why|when|where|who)\b", re.IGNORECASE)
"""How a headline goes on behind the colon that tells what the article is about."""
SHOWN: Final = re.compile(r"\b(?:show|f[io]u?nd)", re.IGNORECASE)
"""What studies do when they say something, and players when they play."""
RELATIVES: Final = words_of("who which that")
TELLS: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add|warn|stat(?:e|es|ed|ing)|report)", re.IGNORECASE
)
"""What one must do in a relative clause to be shown: "who writes the rules" says nothing."""
FOUND: Final = re.compile(r"\bf(?:ou|i)nds?$", re.IGNORECASE)
FINDERS: Final = re.compile(
    r"\b(?:stud|report|survey|poll|inquir|enquir|court|jur|judge|review|analys|investigat|audit|panel|commission|committee"
    r"|research|scientist|expert|test|autops|result|coroner|watchdog|inspector|tribunal|official|police|magazine|newspaper)",
    re.IGNORECASE,
)
"""Those who say something when they find it; others find things."""
NOT_CLEAR: Final = re.compile(r"\b(?:unclear|clear|known|unknown)\b", re.IGNORECASE)
TELLING: Final = re.compile(r"\bt(?:old|ells?|elling)$", re.IGNORECASE)
NAMING: Final = re.compile(r"(?:so-)?(?:called|named|dubbed|known as|titled)$", re.IGNORECASE)
QUOTING: Final = re.compile(r"(?:\w+\s)?quot", re.IGNORECASE)
"""Who quotes somebody does not say it."""
AGAIN: Final = 2
"""How often one must be a source for the colon behind his name in a headline to be his: else it tells the subject."""
STATE: Final = re.compile(r", (?:[A-Z][\w.]*,? ?){1,2}(?:[a-z]|$)")
"""The state behind the town of a firm: "Orlby, N.J., reported", "The El Orlo, Texas, maker of boots"."""
ADDED: Final = re.compile(r"add", re.IGNORECASE)
ADDITION: Final = re.compile(
    r"(?:(?:an?|the|some|more|another|his|her|its|their)\s(?!\w+\s(?:is|was|are|were|had|has|will|would)\b)|\d|\$)"
)
"""What is added to something, not said: a number or a thing, and no sentence about it."""


def is_said(found: Analysis, claim: Claim) -> bool:
    """Return whether `claim` has someone who says it in so many words, or says that something is not clear."""
    text = found.article.text
    cue = claim.cue.of(text) if claim.cue is not None else ""
    if claim.source is None:
        return claim.status is ClaimStatus.HEDGED and NOT_CLEAR.search(cue) is not None
    if not is_speaker(text, claim.source) or POSSIBLE.match(cue):
        return False
    kind = _type(found, claim.source)
    if kind is EntityType.EVENT or (kind in (EntityType.GPE, None) and _is_seat(text, claim.source.span)):
        return False
    if QUOTING.match(cue) or _is_dateline(found, claim.source, claim.cue, kind):
        return False
    if hangs(text, claim):
        return False
    words = claim.source.span.of(text).lower()
    if not any(char.isalpha() for char in cue):
        # "Iran: ..." in a headline; "Report: ..." names nobody.
        return words not in LABELS and not ASKED.match(text, claim.span.start) and _speaks_again(found, claim)
    if claim.cue is not None and (_is_passive(text, claim) or _says_nothing(found, claim.cue)):
        return False
    if claim.cue is not None and _is_named_or_told(text, claim.source.span, claim.cue):
        return False
    if words.startswith(SHARES):
        return False
    if (
        (cue == "saying" and not _goes_on_saying(found, claim))
        or _is_called(text, claim.cue)
        or _adds(text, claim, cue)
    ):
        return False
    if kind is EntityType.PERSON and SHOWN.match(cue):
        return False
    if words in RELATIVES and claim.status is ClaimStatus.STATED and not TELLS.search(cue):
        return False
    if FOUND.search(cue) and not (
        FINDERS.search(words) or text.startswith(" that ", claim.cue.end if claim.cue else 0)
    ):
        return False
    return SAID.search(cue) is not None


def _is_seat(text: str, place: Span) -> bool:
    """Return whether a place is only where one is at home who says something: "Acme Corp., Orlby, N.J., reported"."""
    return text.endswith((", ", "The "), 0, place.start) and STATE.match(text, place.end) is not None


def _adds(text: str, claim: Claim, cue: str) -> bool:
    """Return whether something is added, not said: "the back added 101 yards", "organisers added the names of four"."""
    return ADDED.match(cue) is not None and ADDITION.match(text, claim.span.start) is not None


def _type(found: Analysis, source: Source) -> EntityType | None:
    """Return the type of the entity that a source is."""
    if source.entity is None:
        return None
    return next((entity.type for entity in found.entities if entity.id == source.entity), None)


def _is_dateline(found: Analysis, source: Source, cue: Span | None, kind: EntityType | None) -> bool:
    """Return whether a source is the town of a dateline: in capitals, and not right before its cue."""
    words = source.span.of(found.article.text)
    is_near = cue is not None and cue.start - source.span.end == 1
    return kind is EntityType.GPE and words.isupper() and len(words) > len("U.S.") and not is_near


def _is_called(text: str, cue: Span | None) -> bool:
    """Return whether a cue is of those who are called somewhere, not of one who calls something so."""
    return cue is not None and cue.of(text) == "called" and CALLED_TO.match(text, cue.end) is not None


def _goes_on_saying(found: Analysis, claim: Claim) -> bool:
    """Return whether "saying" is of the source: it stands right before it, or opens the sentence that a comma ends."""
    text, source, cue = found.article.text, claim.source, claim.cue
    if source is None or cue is None or source.span.end > cue.start:
        return True
    if not text.endswith(", ", 0, cue.start):
        return cue.start - source.span.end == 1
    return RELATED.match(text, source.span.end) is None


def _speaks_again(found: Analysis, claim: Claim) -> bool:
    """Return whether one before a colon in a headline says something elsewhere too, or stands for a country."""
    if claim.source is None or claim.source.entity is None:
        return False
    if any(e.id == claim.source.entity and e.type is EntityType.GPE for e in found.entities):
        return not is_city(found, claim.source)
    return sum(c.source is not None and c.source.entity == claim.source.entity for c in found.claims) >= AGAIN


def _is_named_or_told(text: str, source: Span, cue: Span) -> bool:
    """Return whether a source is called something, or is whom it was told: "told the court", "a fund, called Alpine"."""
    words = cue.of(text)
    if source.start >= cue.end:
        return TELLING.search(words) is not None or NAMING.search(words) is not None or _suffers(text, cue)
    is_apart = text[source.end : cue.start] == ", " and text[cue.end + 1 : cue.end + 2].isupper()
    return is_apart and NAMING.search(words) is not None


def _suffers(text: str, cue: Span) -> bool:
    """Return whether the subject of a cue suffers it, and who does it stands behind a "by"."""
    return PASSIVE.search(text, max(0, cue.start - 20), cue.start) is not None and text.startswith(" by ", cue.end)


def _says_nothing(found: Analysis, cue: Span) -> bool:
    """Return whether a cue is a name or a noun, or means something else: "called off", "claimed nine lives"."""
    text = found.article.text
    words = cue.of(text)
    if text[cue.end : cue.end + 4] == " off" or LIVES.match(text, cue.end):
        return True
    if MAINTAINED.match(text, cue.start):
        return True
    if words == "note" and text[cue.end : cue.end + 1] == ":":
        return True
    if words in THINGS and DETERMINED.search(text, max(0, cue.start - 12), cue.start):
        return True
    in_body = cue.start >= (found.article.headline_end or 0)
    return in_body and words[:1].isupper() and " " not in words and text[cue.end : cue.end + 1] == ","


def _is_passive(text: str, claim: Claim) -> bool:
    """Return whether the source of `claim` is called, not calling: "crews were called to the scene"."""
    if claim.cue is None or claim.source is None or claim.source.span.start > claim.cue.start:
        return False
    cue = claim.cue.of(text)
    if PASSIVE_CUE.match(cue):
        return True
    first = cue.split(" ")[0]
    return first.endswith("ed") and PASSIVE.search(text, max(0, claim.cue.start - 20), claim.cue.start) is not None
