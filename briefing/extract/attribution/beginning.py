"""Beginning: where what is said begins behind its cue, after whoever is told it and when and where it was said."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from briefing.extract.attribution import contents
from briefing.extract.attribution.lexicon import TELLING, persons, spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import Phrase

_SKIPPED: Final = frozenset([",", ":", "that"])
_SAYING: Final = spaced("say tell state write announce warn confirm deny admit argue report reply")
"""Families of verbs behind which it can stand when and where something was said."""
_CIRCUMSTANCES: Final = spaced("in at on during through via to after before late early earlier last this")
_MOST_CIRCUMSTANCES: Final = 16
_CLAUSE_BEGINS: Final = spaced("D P N 0 pn w day")
_VERBS: Final = spaced("B H M Do ed vs")
_PASSING_ON: Final = spaced("quoting citing")
_MOST_WHERE: Final = 6
_NOUNS: Final = frozenset(["Ln", "Lbn", "Lbnsm", "Lm", "Lb", "s"])
_REFUSING: Final = spaced("declined declines decline refused refuses refuse")
_TO_TELL: Final = spaced("say comment discuss confirm disclose reveal specify elaborate")
_STOPS: Final = spaced(". ! ? ; : — – ” '' \"")
_MOST_RELATIVE: Final = 14
"""The words that can part the source of "according to" from the comma behind it: "a letter seen by this paper,"."""


def begin(
    passage: Passage, at: int, *, source: Range | None, sentence: Range, listed: Sequence[Phrase], cues: Container[int]
) -> int:
    """Return the word with which what is said begins, if it stands behind the cue `at`."""
    lower = passage.words.lower
    start = contents.cue_words(passage, at, source, sentence, cues)[1]
    if source is not None and source[0] > at and source[0] - start <= 1:
        start = max(start, source[1])
        if lower[at] == "according":
            start = _behind_comma(passage, at, start, sentence)
    elif lower[at] in TELLING:
        start = _behind_addressee(passage, start, sentence, listed)
    elif source is not None and source[0] > sentence[0] and lower[source[0] - 1] == "what" and start + 1 < sentence[1]:
        start += 2 * (passage.classes[start] == "B" and lower[start + 1] == "that")
    if not _SAYING.isdisjoint(passage.families[at]):
        start = _behind_circumstances(passage, start, sentence, cues)
    elif passage.classes[at][0] == "L":
        start = _behind_day(passage, start, sentence)
    if lower[at] in _REFUSING and start + 2 < sentence[1] and lower[start] == "to" and lower[start + 1] in _TO_TELL:
        told = start + 2 + (lower[start + 2] in {"on", "about"})
        start = told if told < sentence[1] and lower[told][0].isalnum() else start
    while start < sentence[1] and lower[start] in _SKIPPED:
        start += 1
    return start


def opened(passage: Passage, at: int, source: Range | None, sentence: Range, cues: Container[int]) -> Range | None:
    """Return the quotation in the next sentence that a colon behind the cue, the sentence's last sign, opens."""
    last = sentence[1]
    lower, within = passage.words.lower, passage.within
    if lower[last - 1] != ":" or last + 1 >= len(within) or any(later in cues for later in range(at + 1, last)):
        return None
    number = within[last] or within[last + 1]
    if not number or within[last - 1] or (source is not None and source[0] > at + 1):
        return None
    end = last + 1
    while end < len(within) and within[end] == number:
        end += 1
    return last, end


def _behind_comma(passage: Passage, at: int, start: int, sentence: Range) -> int:
    """Return the word behind the comma that closes an opening "according to ...", else `start`.

    What it was quoting, and the name behind the words for an office, belong to the source.
    """
    lower, classes, last = passage.words.lower, passage.classes, sentence[1]
    opens = at == sentence[0] or (at == sentence[0] + 1 and not lower[sentence[0]].isalnum())
    if not opens or start >= last:
        return start
    comma = _comma(lower, start, last)
    if comma is None:
        return start
    if comma + 1 < last and lower[comma + 1] in _PASSING_ON:
        return (_comma(lower, comma + 1, last) or comma) + 1
    name = comma + 1
    while name < last and classes[name] == "N":
        name += 1
    office = lower[comma - 1] in persons() and not lower[comma - 1].endswith(("s", "police"))
    named = office and comma + 1 < name < last - 1 and lower[name] == "," and classes[name + 1] != "0"
    return name + 1 if named else comma + 1


def _comma(lower: Sequence[str], start: int, last: int) -> int | None:
    return next((place for place in range(start, min(start + _MOST_RELATIVE, last)) if lower[place] == ","), None)


def _behind_addressee(passage: Passage, start: int, sentence: Range, listed: Sequence[Phrase]) -> int:
    """Return the word behind whoever is told; a name ends where the clause begins: "told the BBC two men"."""
    lower, classes, last = passage.words.lower, passage.classes, sentence[1]
    phrase = next((phrase for phrase in listed if phrase.words[0] == start), None)
    if phrase is None:
        return start
    told = phrase.words[1]
    name = start + (classes[start] == "D")
    while name < told and classes[name] == "N":
        name += 1
    if start < name < told and classes[name - 1] == "N" and classes[name] in _CLAUSE_BEGINS:
        return name
    goes_on = told < last and (
        lower[told] in _SKIPPED
        or classes[told] in {"D", "P"}
        or lower[told] in _CIRCUMSTANCES
        or passage.within[told] > 0
    )
    return told if goes_on else start


def _behind_circumstances(passage: Passage, start: int, sentence: Range, cues: Container[int]) -> int:
    """Return the word behind "on Monday" and behind the "that" after "in a statement", else `start`."""
    lower, classes, last = passage.words.lower, passage.classes, sentence[1]
    if start < last and (classes[start] == "day" or lower[start] in _CIRCUMSTANCES):
        for place in range(start + 1, min(start + _MOST_CIRCUMSTANCES, last)):
            if place in cues or passage.within[place] or lower[place] in _STOPS:
                break
            if lower[place] == "that":
                is_relative = place + 1 < last and (
                    classes[place + 1] in _VERBS or (classes[place + 1][0] == "L" and "n" not in classes[place + 1])
                )
                return start if is_relative else place + 1
        where = _behind_where(passage, start, last)
        if where is not None:
            return where
    return _behind_day(passage, start, sentence)


def _behind_where(passage: Passage, start: int, last: int) -> int | None:
    """Return the word behind "on its website" and the like, if a new clause begins there with "it" or "the"."""
    classes = passage.classes
    place = start + 1
    if place >= last or classes[start] not in {"I", "at"} or classes[place] != "D":
        return None
    place += 1
    while place < min(start + _MOST_WHERE, last) and classes[place] in {"w", "N"} | _NOUNS:
        place += 1
    return place if start + 2 < place < last and classes[place] in {"P", "D"} else None


def _behind_day(passage: Passage, start: int, sentence: Range) -> int:
    """Return the word behind "on Monday" or "Monday" where more follows, else `start`."""
    lower, classes, last = passage.words.lower, passage.classes, sentence[1]
    day = start + (start < last and lower[start] in {"on", "late", "early", "last", "this"})
    if day + 1 < last and classes[day] == "day" and classes[day + 1] in _CLAUSE_BEGINS:
        return day + 1
    return start
