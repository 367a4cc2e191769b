"""Priors: what is known of cues and sources beside the weights, which were learnt from campaign news alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefing.extract.attribution.cues import PLAIN_CUES
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import Phrase

FACTUAL_ODDS: Final = 100
"""Added for words that reports of events live by, and campaigns hardly have."""
VIOLENT_ODDS: Final = -500
"""Added for words that are rhetoric in a campaign and deeds elsewhere, unless "for", "as" or "over" gives a reason
or it goes on with a quotation."""
TURN_ODDS: Final = 600
"""The log odds of the colon after a name in capitals that begins a paragraph."""
THING_ODDS: Final = -150
"""Added for a thing that is found at a place, "found a knife in the cell", or done: "the law was signed"."""
UNCLEAR_ODDS: Final = 300
"""Added for "not clear how": a hedge that nobody is the source of, left out by the annotation."""

_FACTUAL: Final = spaced("confirm confirms confirmed deny denies denied announce announces announced verified")
_VIOLENT: Final = spaced(
    "attack attacks attacked attacking hit hits hitting struck strike strikes striking fired fire fires firing blasted "
    "blasting bombed targeted targeting targets target killed fought fight fighting fights launched launch"
)
_TOPICS: Final = spaced(
    "tennis football soccer cricket rugby golf boxing cycling athletics swimming skiing hockey baseball basketball sport weather "
    "live breaking watch video photos pictures podcast analysis opinion comment review explainer explained exclusive update "
    "updates business politics money world science health travel culture obituary quiz correction factbox timeline"
)
"""What stands before a headline's colon to tell what the article is about."""
_REASONS: Final = spaced("for as over calling saying")
_REASON_WITHIN: Final = 8
_FINDING: Final = spaced("find finds finding found")
_THINGS: Final = spaced("a an two three")
_AT_PLACES: Final = spaced("in on under near inside beside behind at")
_OF_PLACES: Final = spaced("the a an his her their")
_MOST_THING: Final = 4
_UNCLEAR: Final = spaced("clear unclear known unknown")
_QUESTIONS: Final = spaced("how whether what who why if where when which")
_OPENING: Final = spaced("“ \" '' `` ‘ «")
_MAX_NAME: Final = 4
_SUBJECTS: Final = spaced("P N")
_CLAUSE_OPENERS: Final = spaced("“ ” \" '' that but while when as if because")
_PASSIVE: Final = spaced(
    "verified confirmed denied rejected announced disputed reported disclosed refuted revealed published"
)
_SPEAKING: Final = spaced("P N pn Nw Dw")
_AFTER_INVERTED: Final = spaced(". , ; : ! ? </s>")
_BEFORE_INVERTED: Final = spaced(", ” \" ? ! '' ’ '")


def prior(passage: Passage, at: int) -> int:
    """Return what is added to the log odds, in hundredths, that the word `at` is a cue."""
    word = passage.words.lower[at]
    if word in _FACTUAL and not passage.within[at]:
        return FACTUAL_ODDS
    if word in _VIOLENT:
        near = slice(at, at + _REASON_WITHIN)
        is_deed = _REASONS.isdisjoint(passage.words.lower[near]) and not any(passage.within[near])
        return VIOLENT_ODDS if is_deed else 0
    if (word in _FINDING and _is_found_somewhere(passage, at)) or (
        word == "signed" and at > 0 and passage.classes[at - 1] == "B"
    ):
        return THING_ODDS
    if word == ":" and at > 0 and passage.words.lower[at - 1] in _TOPICS:
        return VIOLENT_ODDS
    return UNCLEAR_ODDS if is_unclear(passage, at) else 0


def _is_found_somewhere(passage: Passage, at: int) -> bool:
    """Return whether a few words for a thing stand behind the word `at`, and a place behind them."""
    behind = passage.words.lower[at + 1 : at + 2 + _MOST_THING]
    return (
        behind[:1] != ()
        and behind[0] in _THINGS
        and any(place in _AT_PLACES and what in _OF_PLACES for place, what in pairwise(behind))
    )


def is_turn(passage: Passage, at: int) -> bool:
    """Return whether the colon `at` ends the name before a turn of a transcript: "BERG: It will"."""
    if passage.words.lower[at] != ":" or at == 0:
        return False
    forms, starts = passage.words.forms, passage.words.starts
    begin = at
    while begin > max(0, at - _MAX_NAME) and forms[begin - 1].isupper():
        begin -= 1
    if begin == at or len(forms[at - 1]) == 1:
        return False
    if begin > 0 and forms[begin - 1] in _OPENING:
        begin -= 1
    return begin == 0 or "\n" in passage.text[passage.words.ends[begin - 1] : starts[begin]]


def is_unclear(passage: Passage, at: int) -> bool:
    """Return whether the word `at` is that of "not immediately clear how", "unclear whether"."""
    lower = passage.words.lower
    if lower[at] not in _UNCLEAR or at + 1 == len(lower) or lower[at + 1] not in _QUESTIONS:
        return False
    return lower[at].startswith("un") or "not" in lower[max(0, at - 3) : at]


def _is_subject(passage: Passage, phrase: Phrase, first: int) -> bool:
    """Return whether a phrase before a verb is surely its subject: a pronoun, or a name that begins a clause."""
    begin = phrase.words[0]
    opens = begin == first or passage.words.lower[begin - 1] in _CLAUSE_OPENERS
    return phrase.kind == "P" or (phrase.kind == "N" and opens)


def settled(passage: Passage, at: int, sentence: Range, listed: Sequence[Phrase]) -> tuple[bool, Phrase | None]:
    """Return whether the grammar alone settles the source of the cue `at`, and that source.

    In ", said the pilot." it is the phrase behind the verb; "was not confirmed" without "by" names none.
    """
    lower, classes = passage.words.lower, passage.classes
    first, last = sentence
    if at > first and classes[at - 1] in _SUBJECTS:
        subject = next((phrase for phrase in reversed(listed) if phrase.words[1] == at), None)
        if subject is not None and _is_subject(passage, subject, first):
            return True, subject
    if is_unclear(passage, at):
        return True, None
    if is_turn(passage, at):
        return True, next((phrase for phrase in listed if phrase.words[1] == at), None)
    if lower[at] in PLAIN_CUES and at > first and lower[at - 1] in _BEFORE_INVERTED:
        behind = next((phrase for phrase in listed if phrase.words[0] == at + 1), None)
        if (
            behind is not None
            and behind.kind in _SPEAKING
            and (lower[behind.words[1]] if behind.words[1] < last else "</s>") in _AFTER_INVERTED
        ):
            return True, behind
    if lower[at] in _PASSIVE:
        before = at - 1
        while before > first and classes[before] == "R":
            before -= 1
        if before >= first and classes[before] == "B" and "by" not in lower[at + 1 : min(last, at + 8)]:
            return True, None
    return False, None
