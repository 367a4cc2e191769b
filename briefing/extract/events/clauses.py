"""Clauses around a word: its subject, its object, and what prepositions hang on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from briefing.extract.events.grammar import grammar
from briefing.extract.events.groups import Group, groups
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word, words
from briefing.model import Span

BOUNDARIES: Final = frozenset(';:—–()“”"')
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
MAX_WORDS: Final = 150
"""How many words of a sentence are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its words and groups."""

    index: int
    span: Span
    words: list[Word]
    groups: list[Group]
    is_headline: bool = False
    """Whether it is written like a headline: without articles, in capitals."""
    in_title: bool = False
    """Whether it is the headline."""
    subjects: dict[int, int | None] = field(default_factory=dict, compare=False)
    """What `subject` has found: several steps ask for the same."""

    def text_span(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to `last`, without a closing 's."""
        while last - 1 > first and self.words[last - 1].part in ("own", "sign", "adv", "time"):
            last -= 1
        return Span(self.words[first].start, self.words[last - 1].end)


def read(
    text: str, span: Span, index: int, lexicon: Lexicon, *, times: tuple[Span, ...] = (), is_headline: bool = False
) -> Reading:
    """Return the reading of one sentence, whose dates stand at `times`."""
    found = words(text, span, times=times[:MAX_WORDS], most=MAX_WORDS)
    letters = [word.text[0] for word in found if word.text[0].isalpha()]
    capitalised = sum(map(str.isupper, letters))
    # A first paragraph may stand for the headline and still be a plain sentence, with its articles.
    is_telegram = is_headline and not any(word.low in ("a", "an", "the") and word.text.islower() for word in found)
    is_title_case = is_telegram or (len(letters) >= 4 and capitalised > 0.7 * len(letters))
    return Reading(index, span, found, groups(found, lexicon, is_headline=is_title_case), is_title_case, is_headline)


def subject(reading: Reading, at: int) -> int | None:
    """Return the index of the noun group that is the subject of the verb group `at`; None where there is none.

    It is the first group of the clause that no preposition and no other verb governs; behind "who" or "which"
    what these refer to; behind "and" without a subject of its own that of the verb before.
    """
    known = reading.subjects
    if at not in known:
        known[at] = (_subject_of_finite if reading.groups[at].finite else _subject_of_participle)(reading, at)
    return known[at]


def _subject_of_finite(reading: Reading, at: int) -> int | None:
    verb = reading.groups[at]
    lowest = _clause_start(reading, verb.first)
    best: int | None = None
    nearest: int | None = None
    for index in range(at - 1, -1, -1):
        group = reading.groups[index]
        if group.first < lowest:
            break
        if group.is_verb:
            if not group.finite:
                continue
            if best is None and _coordinated(reading, group.last, verb.first):
                return subject(reading, index)
            if best is None and (behind := _behind_relative(reading, index, verb.first)) is not None:
                return behind
            break
        begins_report = index == at - 1 and index > 0 and reading.groups[index - 1].base in grammar().reporting
        begins_clause = index == at - 1 and index > 0 and between(reading, index - 1, index) == [",", "and"]
        # "Asia, the Middle East, and Europe lost" is a list.
        begins_clause = begins_clause and not (index > 1 and between(reading, index - 2, index - 1) == [","])
        if not _is_governed(reading, index) or ((begins_report or begins_clause) and group.preposition < 0):
            best = index
            if begins_clause and group.preposition < 0:
                return index
            nearest = index if nearest is None else nearest
    if best is not None and nearest is not None:
        return nearest if _begins_anew(reading, nearest, verb.first) else best
    if lowest > 0 and reading.words[lowest - 1].low in RELATIVE:
        return _antecedent(reading, lowest - 1)
    return None


def _behind_relative(reading: Reading, at: int, verb: int) -> int | None:
    """Return the subject that a relative clause parts from its verb: "a base where troops are stationed came under fire"."""
    start = _clause_start(reading, reading.groups[at].first)
    is_relative = start > 0 and reading.words[start - 1].low in RELATIVE | {"where"}
    if not is_relative or any(
        word.part in ("conj", "sub", "sign") for word in reading.words[reading.groups[at].last : verb]
    ):
        return None
    who = _antecedent(reading, start - 1)
    while who and reading.groups[who].preposition >= 0 and not reading.groups[who - 1].is_verb:
        who -= 1
    return who


def _begins_anew(reading: Reading, at: int, verb: int) -> bool:
    """Return whether a comma parts the group `at` from what stands before, and nothing parts it from its verb.

    "Yesterday, day five of the cup, Sweden won" is about Sweden; "Smith, the mayor, said" is about Smith.
    """
    if at == 0 or any(word.part not in ("adv", "time") for word in reading.words[reading.groups[at].last : verb]):
        return False
    before = reading.words[: reading.groups[at].first]
    return bool(before) and before[-1].text == "," and "and" not in between(reading, at - 1, at)


def _is_governed(reading: Reading, at: int) -> bool:
    """Return whether a preposition or a verb governs the noun group `at`, or the group that "and" joins it to."""
    group = reading.groups[at]
    if group.preposition >= 0 or at == 0:
        return group.preposition >= 0
    before = reading.groups[at - 1]
    if before.is_verb:
        gap = reading.words[before.last : group.first]
        return not before.passive and all(word.part == "adv" for word in gap)
    return between(reading, at - 1, at) in (["and"], ["or"], [",", "and"]) and _is_governed(reading, at - 1)


def _subject_of_participle(reading: Reading, at: int) -> int | None:
    """Return the subject of a verb without a tense: what stands before it, or the subject of the verb before."""
    verb = reading.groups[at]
    before = reading.groups[at - 1] if at else None
    if before is None:
        return None
    if before.is_verb and not before.finite and verb.passive:
        return _subject_of_participle(reading, at - 1)
    if not before.is_verb and before.last == verb.first and (verb.passive or verb.tense == "base"):
        governor = reading.groups[at - 2] if at > 1 else None
        if verb.passive or (governor is not None and governor.is_verb and governor.last == before.first):
            return head(reading, at - 1) if verb.passive else at - 1
        if reading.words[before.last - 1].low in grammar().deciding:
            owned = reading.words[before.first].low in ("his", "her", "its", "their")
            return subject(reading, at - 2) if owned and governor is not None and governor.is_verb else at - 1
    for index in range(at - 1, -1, -1):
        if reading.groups[index].is_verb and (reading.groups[index].finite or index == 0):
            return subject(reading, index)
    return None


def head(reading: Reading, at: int) -> int:
    """Return the noun group that the group `at` hangs on by "of"; `at` itself where there is none."""
    while at > 0 and reading.groups[at].preposition >= 0 and not reading.groups[at - 1].is_verb:
        if reading.words[reading.groups[at].preposition].low != "of":
            break
        at -= 1
    return at


def object_of(reading: Reading, at: int, *, last: int | None = None) -> int | None:
    """Return the index of the noun group right after the verb group `at`; None where another word stands between.

    `last` is one past the verb's last word where it has more than its group: "opened fire".
    """
    if at + 1 >= len(reading.groups):
        return None
    group, after = reading.groups[at], reading.groups[at + 1]
    if last is not None and after.first < last:
        return None
    if after.is_verb or after.preposition >= 0:
        return None
    if group.base in grammar().reporting and at + 2 < len(reading.groups):
        # In "said the mayor's remarks had hurt" the remarks are the subject of what is said.
        following = reading.groups[at + 2]
        if following.is_verb and following.finite and following.first - after.last <= 1:
            return None
    gap = reading.words[group.last : after.first]
    return at + 1 if all(word.part in ("adv", "prep") for word in gap) and len(gap) <= 2 else None


def attached(reading: Reading, last: int, *, to_noun: bool = False) -> list[tuple[str, int]]:
    """Return the prepositions from the word `last` on to the end of the clause, each with its noun group.

    What hangs on a noun ends at any verb, also one without a tense: "a blaze treated by police".
    """
    out: list[tuple[str, int]] = []
    for index, group in enumerate(reading.groups):
        if group.first < last:
            continue
        if group.is_verb and (group.finite or to_noun):
            break
        if any(word.text in BOUNDARIES or word.part == "sub" for word in reading.words[last : group.first]):
            break
        if not group.is_verb and group.preposition >= 0:
            out.append((reading.words[group.preposition].low, index))
    return out


def full_span(reading: Reading, at: int, *, with_of: bool = True) -> Span:
    """Return the words of the noun group `at` with what "of" and a list joins to it."""
    last = _list_end(reading, at)
    if last == at and with_of:
        while last + 1 < len(reading.groups) and between(reading, last, last + 1) == ["of"]:
            last += 1
        if last > at:
            last = _list_end(reading, last)
    return reading.text_span(reading.groups[at].first, reading.groups[last].last)


def _list_end(reading: Reading, at: int) -> int:
    """Return the index of the last group of the list "A, B and C" that begins with the group `at`; `at` where none does."""
    index = at
    while index + 1 < len(reading.groups) and not reading.groups[index + 1].is_verb:
        joint = between(reading, index, index + 1)
        if joint == [","]:
            index += 1
            continue
        if joint not in (["and"], [",", "and"]):
            return at
        after = reading.groups[index + 2] if index + 2 < len(reading.groups) else None
        is_clause = (
            after is not None and after.is_verb and after.finite and after.first == reading.groups[index + 1].last
        )
        # "hit the base and officials said": the second group begins a clause, unless a list is the subject.
        if is_clause and at and reading.groups[at - 1].is_verb:
            return at
        return index + 1
    return at


def between(reading: Reading, one: int, other: int) -> list[str]:
    """Return the words between two groups, in lower case."""
    return [word.low for word in reading.words[reading.groups[one].last : reading.groups[other].first]]


def _clause_start(reading: Reading, index: int) -> int:
    """Return the index of the first word of the clause that the word `index` stands in."""
    at = index
    while at > 0:
        word = reading.words[at - 1]
        if word.text in BOUNDARIES or word.part == "sub":
            return at
        at -= 1
    return 0


def _coordinated(reading: Reading, last: int, first: int) -> bool:
    """Return whether only "and", "but" or a comma with a few objects stands between two verbs: one subject for both."""
    between = reading.words[last:first]
    return any(word.part == "conj" for word in between[-2:])


def _antecedent(reading: Reading, first: int) -> int | None:
    """Return the noun group that the relative pronoun at the word `first` refers to: the nearest one before it."""
    for index in range(len(reading.groups) - 1, -1, -1):
        group = reading.groups[index]
        if group.last <= first:
            if group.is_verb:
                return None
            return _named(
                reading, _someone(reading, index) if reading.words[first].low == "who" else head(reading, index)
            )
    return None


def _someone(reading: Reading, at: int) -> int:
    """Return the noun group that the group `at` hangs on by any preposition: the doctor of "a doctor in Orlby who"."""
    while at > 0 and reading.groups[at].preposition >= 0 and not reading.groups[at - 1].is_verb:
        at -= 1
    return at


def _named(reading: Reading, at: int) -> int:
    """Return the name that the group `at` explains: "Gigante, the Mafioso who"; `at` itself where there is none."""
    if at == 0 or reading.groups[at - 1].is_verb or between(reading, at - 1, at) != [","]:
        return at
    is_name = reading.words[reading.groups[at - 1].last - 1].part == "name"
    return at - 1 if is_name and reading.words[reading.groups[at].first].part == "det" else at
