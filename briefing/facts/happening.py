"""What happened, in a few words: the article's own, with what says whether it is so, or only planned."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from briefing.facts import labels, named
from briefing.model import Analysis, Event, EventType, Span, holding

NATURE: Final = frozenset({EventType.DISASTER, EventType.WEATHER})
"""Types of events whose subject is a thing: "a huge fire" is part of what happened, not who."""
LONGEST_WORDS: Final = 56
"""How many characters a label takes from the text: two or three lines of a narrow panel."""
LEADING: Final = re.compile(
    r"(?<!\S)((?:(?:will|would|could|should|may|might|must|can(?:not|[’']t)?|(?:do|does|did|has|have|had|is|are|was|were|wo|ca)"
    r"(?:n[’']t)?|not|never|no|to|be|been|being|also|almost|nearly|soon|formally|officially|(?:agree|plan|want|intend|expect|seek|vow|pledge"
    r"|threaten|offer|decide|refuse|fail|propose|promise|prepare|schedule|decline|hope|attempt)(?:s|d|ed|ned)?|tr(?:y|ies|ied)"
    r"|sought|hoping|trying|seeking|planning|going|about|set|due|likely|unlikely|ordered|ready)\s+){1,6})$",
    re.IGNORECASE,
)
UNSURE: Final = re.compile(
    r"(?<!\S)(?:will|would|could|should|may|might|must|can\w*|to|not|never|no|\w+n[’']t|can[’']t)\s", re.IGNORECASE
)
"""What makes of a verb something that has not happened, or not yet."""
PASSIVE: Final = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s(?:\w+ly\s)?(?:on\s\w+\s)?$", re.IGNORECASE)
PARTING: Final = re.compile(r"\b(?:in|by|of|at|for|with|from|after)\b", re.IGNORECASE)
"""What stands between a victim and the noun for what befell it: "woman killed in an accident"."""
ENDS: Final = re.compile(r"\s?(?:[.!?\n]|$)")
NEXT: Final = 24
"""How far before what happened the means of it stand to be told in one breath."""
TERSE: Final = 18
"""A label shorter than this says little without the one who did it: "died", "stepped down"."""
BEFORE: Final = 60
"""How far before its trigger it may stand: "the mayor was on Monday arrested"."""
CLAUSE_END: Final = re.compile(
    r"[,:](?!\d)|[;!?()\n]|\.(?=[\"”’']*$)|\s[-–—](?!\s?\d)"
    r"|\s(?:and|but)\s(?=(?:its|his|her|their|the|was|were|is|has|had|he|she|it|they|that|two|three|four|a|an|one|then)\b)"
)


def what_label(found: Analysis, event: Event) -> str:
    """Return what happened in a few words: "attack, ballistic missiles", "Jo Bell arrested on suspicion of fraud"."""
    text = found.article.text
    start = _start(text, event.trigger.start)
    trigger = " ".join(text[start : event.trigger.end].split())
    target = event.target[0] if event.target else None
    doer = event.agent[0] if event.agent and event.agent[0].span.end <= event.trigger.start else None
    is_told = doer is not None and event.trigger.of(text).lower() in doer.span.of(text).lower()
    if doer is not None and target is not None and event.type in NATURE and not is_told:
        return f"{labels.clipped(doer.span.of(text), 24)} {trigger} {named.name(found, target)}"
    means = event.means[0].span if event.means else None
    if means is not None and 0 <= start - means.end <= NEXT:
        # "ballistic missiles struck the base", "a rocket attack on the port"
        return labels.clipped(text[means.start : _clause_end(found, event.trigger.end)], LONGEST_WORDS)
    if means is not None and start == event.trigger.start and _is_told_with(found, means, event):
        return f"{trigger}, {labels.clipped(means.of(text), 30)}"
    said = _said_before(found, event)
    if said is not None:
        return labels.clipped(said.of(text), LONGEST_WORDS)
    end = _clause_end(found, event.trigger.end)
    if event.subject is None and event.verb is not None and event.verb.start > event.trigger.end:
        # "death of a doctor in a suburb", not what somebody did after it
        end = min(end, event.verb.start)
    words = labels.clipped(text[start:end], LONGEST_WORDS)
    words = labels.unquoted(words.strip(" '’‘“”\""))
    if target is not None and _suffers(text, target.span.end, event.trigger.start):
        return f"{labels.clipped(named.name(found, target), 32)} {words}"
    if doer is not None and not is_told and len(words) < TERSE and 0 < start - doer.span.end < BEFORE:
        return f"{labels.clipped(named.name(found, doer), 32)} {words}"
    return words


def _said_before(found: Analysis, event: Event) -> Span | None:
    """Return what was said where that stands before the word for saying, which ends its sentence: "..., doctor says"."""
    if event.type is not EventType.STATEMENT or ENDS.match(found.article.text, event.trigger.end) is None:
        return None
    return next(
        (
            claim.span
            for claim in found.claims
            if claim.cue is not None and claim.cue.overlaps(event.trigger) and claim.span.end <= event.trigger.start
        ),
        None,
    )


def _is_told_with(found: Analysis, means: Span, event: Event) -> bool:
    """Return whether means stand in the sentence of what happened,."""
    return holding(found.sentences, means) == holding(found.sentences, event.trigger)


def _suffers(text: str, end: int, trigger: int) -> bool:
    """Return whether one named up to `end` is the subject of a passive at `trigger`: "the mayor, 60, was on Monday arrested"."""
    if not 0 <= trigger - end <= BEFORE:
        return False
    return PASSIVE.search(text, end, trigger) is not None or PARTING.search(text, end, trigger) is None


def _start(text: str, trigger: int) -> int:
    """Return where the words before a trigger begin that say whether it is so: "will", "agreed to", "did not"."""
    leading = LEADING.search(text, max(0, trigger - BEFORE), trigger)
    return leading.start(1) if leading and UNSURE.search(leading[1]) else trigger


def _clause_end(found: Analysis, at: int) -> int:
    """Return where the clause ends that `at` lies in, as far as signs tell."""
    text = found.article.text
    sentence = bisect_left(found.sentences, at, key=lambda span: span.end)
    last = found.sentences[sentence].end if sentence < len(found.sentences) else len(text)
    last = min(last, at + 2 * BEFORE)
    end = CLAUSE_END.search(text, at, last)
    return end.start() if end else last
