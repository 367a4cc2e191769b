"""Noun groups and verb groups of a sentence: a light reading of who does what, without a parser."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word

NOMINAL: Final = frozenset({"word", "name", "first", "num"})
AUXILIARY: Final = frozenset({"be", "have", "modal"})
OPENS_OBJECT: Final = frozenset({"det", "name", "num", "pron", "own"})
LOOSE: Final = frozenset(
    [
        "all",
        "both",
        "some",
        "many",
        "several",
        "most",
        "others",
        "dozens",
        "hundreds",
        "thousands",
        "two",
        "three",
        "four",
        "five",
    ]
)
"""Determiners that stand as a subject of their own: "many died"."""

OF_VERBS: Final = frozenset(("consist", "die", "complain", "speak", "hear", "learn", "dispose", "warn", "approve"))
PLURALS: Final = frozenset(("people", "police", "men", "women", "children", "military", "troops"))
ADJECTIVES: Final = ("al", "ous", "ive", "ful", "ic", "able", "ible", "ary", "less", "ish", "ern", "est")
"""How words end that stand before a noun: "additional measures"."""
CLAUSE_OPENERS: Final = frozenset({"as", "after", "before", "since", "until"})
TIME_NOUNS: Final = frozenset(
    [
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "minute",
        "minutes",
        "night",
        "morning",
        "afternoon",
        "evening",
        "weekend",
        "time",
        "decade",
        "decades",
        "moment",
        "century",
        "midnight",
        "noon",
        "times",
        "season",
    ]
)


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
            out.append(Group(False, index, index + 1, preposition=_preposition(words, index)))
            index += 1
            continue
        if part in NOMINAL or part == "det":
            last = _noun_end(words, index, lexicon, is_headline=is_headline)
            if last > index and _tells_when(words, index, last):
                index = last
                continue
            if last > index and words[last - 1].part == "det" and words[last - 1].low not in LOOSE:
                index = last
                continue
            if last > index:
                out.append(Group(False, index, last, preposition=_preposition(words, index)))
                index = last
                continue
        index += 1
    return _with_side_clauses(words, out)


def _with_side_clauses(words: list[Word], found: list[Group]) -> list[Group]:
    """Return the groups with the subjects of "as rioters bombed a bank" freed from their preposition.

    "as", "after", "before", "since" and "until" open a clause where a finite verb follows their noun group.
    """
    out = list(found)
    for index, group in enumerate(found[:-1]):
        following = found[index + 1]
        if group.is_verb or group.preposition < 0 or words[group.preposition].low not in CLAUSE_OPENERS:
            continue
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
        if word.part == "det":
            if last > index and words[last - 1].part not in ("det", "own"):
                break
        elif word.part == "time":
            # "the Saturday attack" goes on, "a plan Friday" does not.
            if last == index or not _goes_on(words, last, lexicon):
                break
        elif word.part == "num" and last > index and words[last - 1].part == "name" and not _counts(words, last):
            # "beat South Korea 1 - 0"
            break
        elif word.part in NOMINAL:
            if last > index and lexicon.form(word.low) and is_verb(words, last, lexicon, is_headline=is_headline):
                break
        elif word.part == "own":
            if last == index:
                break
        elif word.part == "adv" and last > index and words[last - 1].part in ("det", "own"):
            # "a newly elected president" is one group.
            if last + 1 >= count or words[last + 1].part not in ("word", "name"):
                break
        elif not (word.text == "-" and last > index and last + 1 < count and words[last + 1].start == word.end):
            break
        last += 1
    return last


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
                and _same_past(base)
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


def _same_past(base: str) -> bool:
    return base in ("hit", "hurt", "set", "cut", "put", "beat", "shut", "upset", "let", "cast", "spread")


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
        has_object = after < len(words) and words[after].part in (*OPENS_OBJECT, "word", "first")
        if tense == "pp" or (transitive_only and not has_object):
            return Group(True, at, at + 1, base, tense, True, False)
    return Group(True, at, at + 1, base, tense, False, True)


def is_verb(words: list[Word], index: int, lexicon: Lexicon, *, is_headline: bool = False) -> bool:
    """Return whether a form that could be a verb without an auxiliary is one here, by what stands beside it."""
    word = words[index]
    tense = (lexicon.form(word.low) or ("", ""))[1]
    if word.part == "name" and not is_headline:
        return False
    before = index - 1
    while before >= 0 and words[before].part == "adv":
        before -= 1
    left = words[before] if before >= 0 else None
    right = words[index + 1] if index + 1 < len(words) else None
    if left is None:
        return _opens_sentence(word.low, tense, right, lexicon)
    if left.part == "num" or left.low in LOOSE:
        # "two died" but "with 7:42 left in the half"
        has_noun = right is not None and right.part in ("word", "name")
        return tense in ("past", "ed") and word.low != "left" and not has_noun
    if left.part in ("det", "own") or left.text == "-":
        return False
    if tense == "ing":
        if word.low in lexicon.nouns:
            return right is not None and right.part in OPENS_OBJECT
        return left.part != "word" or right is None or right.part != "word" or left.low.endswith("s")
    if tense in ("ed", "past", "pp"):
        return _is_past(words, before, left, right, lexicon)
    if left.part in ("prep", "to", "conj", "sign") and left.low not in ("who", "which", "that"):
        return (
            False
            if left.part in ("prep", "to")
            else _opens(right) and not (word.low.endswith("s") and left.part != "sign")
        )
    if left.part in ("pron", "sub"):
        return left.low != "one" and (right is None or right.part not in AUXILIARY)
    if right is not None and right.low == "of" and lexicon.forms[word.low][0] not in OF_VERBS:
        return False
    if left.part == "word" and left.low.endswith(ADJECTIVES) and len(left.low) > 5:
        return False
    is_plural = (left.low.endswith("s") and not left.low.endswith("ss")) or left.low in PLURALS
    if tense == "s" or is_plural or (_same_past(lexicon.forms[word.low][0]) and _opens(right)):
        return right is not None and _follows_a_verb(words, index, right, lexicon, is_headline=is_headline)
    return False


def _opens_sentence(low: str, tense: str, right: Word | None, lexicon: Lexicon) -> bool:
    """Return whether the first word of a sentence is a participle: "Facing charges, he", "Led by Smith, they"."""
    if right is None:
        return False
    if tense == "ing":
        return right.part in OPENS_OBJECT or (right.part in ("prep", "to") and low not in lexicon.nouns)
    return right.part in ("prep", "to") and tense in ("ed", "pp")


def _is_past(words: list[Word], before: int, left: Word, right: Word | None, lexicon: Lexicon) -> bool:
    """Return whether a past form behind the word `left` is a verb: not in "a sprained left knee"."""
    inside = left.part == "word" and before > 0 and words[before - 1].part == "det"
    before_noun = right is not None and right.part == "word" and lexicon.form(right.low) is None
    if inside and right is not None and right.part == "word" and (lexicon.form(left.low) or ("", ""))[1] == "ed":
        return False
    if before_noun and left.part == "word" and left.low.endswith(ADJECTIVES) and len(left.low) > 5:
        # "convertible subordinated debentures"
        return False
    return left.part not in ("prep", "to") or left.low in ("after", "before", "when", "as")


def _follows_a_verb(words: list[Word], index: int, right: Word, lexicon: Lexicon, *, is_headline: bool) -> bool:
    """Return whether what stands after a form that is as often a noun makes it a verb."""
    if right.part == "adv":
        return (lexicon.form(words[index].low) or ("", ""))[1] == "s"
    if right.low in ("which", "who", "that") and words[index].low in lexicon.nouns:
        # "the bomb blasts which killed"
        return False
    if right.part in (*OPENS_OBJECT, "sub", "to"):
        return True
    if right.part == "prep":
        if is_headline:
            return True
        senses = lexicon.verbs.get((lexicon.form(words[index].low) or ("", ""))[0], ())
        return words[index].low not in lexicon.nouns and any(not takes for _, takes in senses)
    return is_headline and not any(w.low in lexicon.forms and w.part != "name" for w in words[index + 1 : index + 3])


def _opens(word: Word | None) -> bool:
    return word is not None and word.part in OPENS_OBJECT
