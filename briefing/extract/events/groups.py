"""Noun groups and verb groups of a sentence: a light reading of who does what, without a parser."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from briefing.extract.events.grammar import grammar
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.verbs import AUXILIARY, LOOSE, OPENS_OBJECT, TIME_NOUNS, is_verb, same_past
from briefing.extract.events.words import Word

NOMINAL: Final = frozenset({"word", "name", "first", "num"})


CLAUSE_OPENERS: Final = frozenset({"as", "after", "before", "since", "until"})


class Group(NamedTuple):
    """A noun group ("a ballistic missile attack") or a verb group ("have been killed") as indices into the words."""

    is_verb: bool
    first: int
    last: int
    """One past its last word."""
    base: str = ""
    """The base form of the main verb; empty for a noun group."""
    tense: str = ""
    """Of the main verb: base, s, past, pp, ed, ing; "be" and "have" where those stand alone."""
    passive: bool = False
    finite: bool = True
    preposition: int = -1
    """The index of the preposition right before a noun group; -1 where there is none."""


_made: Final = partial(tuple.__new__, Group)
"""A group of all its parts, in half the time that its own constructor takes."""


def _nouns(words: list[Word], first: int, last: int) -> Group:
    """Return the noun group of the words from `first` up to `last`."""
    return _made((False, first, last, "", "", False, True, _preposition(words, first)))


def groups(words: list[Word], lexicon: Lexicon, *, is_headline: bool = False) -> list[Group]:
    """Return the noun and verb groups of a sentence, in order; signs and conjunctions stand between them."""
    out: list[Group] = []
    index, count = 0, len(words)
    while index < count:
        part = words[index].part
        if part in AUXILIARY or part == "to" or (part in ("word", "first", "name") and lexicon.form(words[index].low)):
            group = _verb_group(words, index, lexicon, is_headline=is_headline)
            if group is not None:
                out.append(group)
                index = group.last
                continue
        if part == "pron":
            out.append(_nouns(words, index, index + 1))
            index += 1
            continue
        if part in NOMINAL or part == "det":
            last = _noun_end(words, index, lexicon, is_headline=is_headline)
            if last > index:
                is_bare = words[last - 1].part == "det" and words[last - 1].low not in LOOSE
                if not is_bare and not _tells_when(words, index, last):
                    out.append(_nouns(words, index, last))
                index = last
                continue
        index += 1
    found = _with_reports(_with_side_clauses(words, out))
    return found if is_headline else _with_main_verb(words, found)


def _with_main_verb(words: list[Word], found: list[Group]) -> list[Group]:
    """Return the groups with the verb of a sentence that seems to have none: "Acme, a unit of Beta, extended to May its offer"."""
    if any(group.is_verb and group.finite for group in found):
        return found
    for index, group in enumerate(found):
        parted = 0 < index < len(found) - 1 and words[group.first - 1].text == "," and not found[index - 1].is_verb
        if parted and group.is_verb and group.tense == "ed" and group.first + 1 == group.last:
            return [*found[:index], group._replace(passive=False, finite=True), *found[index + 1 :]]
    return found


def _with_reports(found: list[Group]) -> list[Group]:
    """Return the groups with verbs that look like participles, but tell what is said: "said the gang hacked into a bank"."""
    out = list(found)
    reporting = grammar().reporting
    for index, said in enumerate(found[:-2], 1):
        if said.base not in reporting or not said.is_verb or not said.finite or said.passive:
            continue
        who, verb = found[index], found[index + 1]
        if who.is_verb or who.preposition >= 0 or not verb.is_verb or verb.finite or verb.tense != "ed":
            continue
        after = found[index + 2] if index + 2 < len(found) else None
        has_other = after is not None and after.is_verb and after.finite
        if said.last == who.first and who.last == verb.first and not has_other:
            out[index + 1] = verb._replace(passive=False, finite=True)
    return out


def _with_side_clauses(words: list[Word], found: list[Group]) -> list[Group]:
    """Return the groups with the subjects of "as rioters bombed a bank" freed from their preposition.

    "as", "after", "before", "since" and "until" open a clause where a finite verb follows their noun group.
    """
    out = list(found)
    for index, group in enumerate(found[:-1]):
        if group.preposition < 0 or group.is_verb or words[group.preposition].low not in CLAUSE_OPENERS:
            continue
        following = found[index + 1]
        if following.is_verb and following.finite and _only_adverbs(words, group.last, following.first):
            words[group.preposition] = words[group.preposition]._replace(part="sub")
            out[index] = group._replace(preposition=-1)
    return out


def _only_adverbs(words: list[Word], first: int, last: int) -> bool:
    return all(word.part in ("adv", "time") for word in words[first:last])


def _tells_when(words: list[Word], first: int, last: int) -> bool:
    """Return whether a noun group is a time ("last week", "two days"), which is nobody's subject or object."""
    if words[last - 1].low not in TIME_NOUNS or last - first > 4:
        return False
    return last >= len(words) or words[last].low != "of"


def _preposition(words: list[Word], index: int) -> int:
    before = index - 1
    if before > 1 and words[before].part == "own" and words[before - 1].part == "time":
        # "into Tuesday's primary"
        before -= 1
        while before > 0 and words[before].part == "time":
            before -= 1
    return before if before >= 0 and words[before].part in ("prep", "to") else -1


def _noun_end(words: list[Word], index: int, lexicon: Lexicon, *, is_headline: bool) -> int:
    count, last = len(words), index
    while last < count:
        word = words[last]
        part = word.part
        if part in NOMINAL:
            if last > index and _ends_before(words, last, lexicon, is_headline=is_headline):
                break
        elif part == "det":
            if last > index and words[last - 1].part not in ("det", "own"):
                break
        elif part == "time":
            # "the Saturday attack" goes on, "a plan Friday" does not.
            if last == index or not _goes_on(words, last, lexicon):
                break
        elif part == "own":
            if last == index:
                break
        elif part == "adv" and last > index and words[last - 1].part in ("det", "own"):
            # "a newly elected president" is one group.
            if last + 1 >= count or words[last + 1].part not in ("word", "name"):
                break
        elif not (word.text == "-" and last > index and last + 1 < count and words[last + 1].start == word.end):
            break
        last += 1
    return last


def _ends_before(words: list[Word], at: int, lexicon: Lexicon, *, is_headline: bool) -> bool:
    """Return whether a noun group ends before the word `at`: a verb, or a number behind a name."""
    if words[at].part == "num" and words[at - 1].part == "name" and not _counts(words, at):
        # "beat South Korea 1 - 0"
        return True
    return lexicon.form(words[at].low) is not None and is_verb(words, at, lexicon, is_headline=is_headline)


def _counts(words: list[Word], at: int) -> bool:
    """Return whether a noun follows the number at `at`."""
    return at + 1 < len(words) and words[at + 1].part in ("word", "name")


def _goes_on(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a time within a noun group stands before the group's noun."""
    after = at
    while after < len(words) and words[after].part == "time":
        after += 1
    if after >= len(words) or words[after].part not in ("word", "name"):
        return False
    return words[at - 1].part in ("det", "own", "time") or lexicon.form(words[after].low) is None


def _verb_group(words: list[Word], index: int, lexicon: Lexicon, *, is_headline: bool) -> Group | None:
    count, at = len(words), index
    passive_by: bool = False
    auxiliary = ""
    finite = True
    if words[at].part == "to":
        if at + 1 >= count or not (words[at + 1].part in AUXILIARY or _is_infinitive(words, at + 1, lexicon)):
            return None
        finite = False
        at += 1
    if words[at].low in ("being", "having", "been", "getting"):
        finite = False
    while at < count and words[at].part in (*AUXILIARY, "adv"):
        if words[at].part != "adv":
            auxiliary = words[at].part
        at += 1
    found = lexicon.form(words[at].low) if at < count and words[at].part in ("word", "first", "name", "prep") else None
    if found is not None:
        base, tense = found
        fits = (
            (auxiliary == "be" and tense in ("ed", "pp", "ing"))
            or (auxiliary == "have" and tense in ("ed", "pp", "past"))
            or (auxiliary == "modal" and tense in ("base", "ed"))
            or (auxiliary == "" and not finite and tense == "base")
            or (
                auxiliary == "be"
                and tense == "base"
                and lexicon.forms.get(base, ("", ""))[1] == "base"
                and same_past(base)
            )
        )
        if not auxiliary and finite:
            if not is_verb(words, at, lexicon, is_headline=is_headline):
                return None
            return _bare(words, at, base, tense, lexicon)
        if fits:
            passive_by = auxiliary == "be" and tense in ("ed", "pp", "base")
            return Group(True, index, at + 1, base, tense, passive_by, finite)
    if auxiliary in ("be", "have", "modal"):
        last = at
        while last > index and words[last - 1].part == "adv":
            last -= 1
        return Group(True, index, max(last, index + 1), auxiliary, auxiliary, False, finite)
    return None


def _is_infinitive(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    found = lexicon.forms.get(words[index].low)
    if words[index].part == "adv" and index + 1 < len(words):
        found = lexicon.forms.get(words[index + 1].low)
    if words[index].part == "name" and words[index - 1].text.islower():
        return False
    return found is not None and found[1] == "base"


def _bare(words: list[Word], at: int, base: str, tense: str, lexicon: Lexicon) -> Group:
    """Return a verb group without an auxiliary: finite, or a participle ("those killed in the blast")."""
    if tense == "ing":
        return Group(True, at, at + 1, base, tense, False, False)
    if tense in ("ed", "pp"):
        senses = lexicon.verbs.get(base, ())
        transitive_only = bool(senses) and all(takes for _, takes in senses)
        after = at + 1
        while after < len(words) and words[after].part in ("adv", "time"):
            after += 1
        has_object = after < len(words) and (
            words[after].part in (*OPENS_OBJECT, "word", "first") or words[after].low == "that"
        )
        takes = any(takes for _, takes in senses)
        # "the cup, played in March"
        hangs = at > 0 and words[at - 1].text == "," and after < len(words) and words[after].part == "prep"
        if (
            tense == "pp"
            or (transitive_only and not has_object)
            or (hangs and (takes or not senses) and not has_object)
        ):
            return Group(True, at, at + 1, base, tense, True, False)
    return Group(True, at, at + 1, base, tense, False, True)
