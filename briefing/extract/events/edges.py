"""Edges: where words of a sentence that can stand alone on a line begin and end, and what of their middle can be left out."""

from __future__ import annotations

from itertools import combinations
from typing import Final, NamedTuple

from briefing.extract.events.clauses import RELATIVE
from briefing.extract.events.grammar import grammar
from briefing.extract.events.sketch import Sketch

SHORTEST: Final = 3
"""How many words stand between a subject and its verb at least to be left out."""
LONGEST_ASIDE: Final = 25
"""How many words an aside may have to be left out."""
PAIRS: Final = {
    "between": "and",
    "both": "and",
    "either": "or",
    "neither": "nor",
    "from": "to",
    "not": "but",
    "whether": "or",
}
"""Words that want another later on."""
TELLING: Final = frozenset((",", "that", "and", "but", ":", "—", "–", "--", "if", "when", "as"))
"""Words whose own neighbour tells whether a piece can begin behind them: "said that", "the hope that"."""
TAKING: Final = frozenset(("of", "to", "for", "with", "in", "on", "by", "as", "from", "at", "than", "that"))
"""Words of which it hangs on the word before them whether a piece can end there: "agreed to", "rose to"."""
NEVER_LAST: Final = frozenset(("det", "sub", "conj", "modal", "to", "prep", "be", "have"))
"""Parts of speech with which no piece ends."""
JOINING: Final = frozenset(("and", "or", "but", "nor"))
LISTING: Final = frozenset((",", "and", "or", "vf"))
"""What tells whether a comma parts the members of a list or begins something else."""
SIGNS: Final = frozenset((",", "--", "—", "–", "(", ")"))
JOINTS: Final = frozenset((".", "/", "-"))
"""Signs that join what stands before and behind them."""
OPENING: Final = frozenset('“"(')
CLOSING: Final = frozenset("”)")
FAR: Final = 6
"""How many words behind a verb it does not matter any more how many."""


class Edge(NamedTuple):
    """A word before which a piece may begin or end, or two between which one may be left out, with its traits."""

    first: int
    last: int
    traits: tuple[str, ...]


def _is_within(on: Sketch, at: int) -> bool:
    """Return whether the place before a word is inside what is written as one: "10:30 a. m.", "Mt. Cook", "and/or"."""
    words = on.reading.words
    if not 0 < at < len(on.kinds) - 1:
        return False
    if words[at - 1].low in JOINTS:
        return words[at].low[0].isalnum()
    return words[at].low in JOINTS and words[at - 1].end == words[at].start and words[at + 1].low[0].isalnum()


def starts(on: Sketch) -> list[Edge]:
    """Return the words with which a piece can begin."""
    count = len(on.kinds)
    reporting = grammar().reporting
    doers = {verb.doer: verb.base for verb in on.verbs if verb.doer >= 0}
    out = []
    is_open = True
    verbs_before = 0
    verb_at = {verb.last - 1: verb.base for verb in on.verbs}
    last_verb = ""
    for at in range(count):
        before = on.forms[at - 1] if at else "#"
        is_parted = at == 0 or on.kinds[at - 1] in ("sign", "conj", "sub") or before in (",", "that")
        if on.kinds[at] != "sign" and (is_parted or at in doers) and not _is_within(on, at):
            second = on.forms[at + 1] if at + 1 < count else "#"
            of_verb = doers.get(at)
            traits = [
                f"s<{before}",
                f"s>{on.forms[at]}",
                f"s{before}>{on.kinds[at]}",
                f"s>{on.kinds[at]},{second if on.kinds[at] != 'name' else ''}",
                f"s#{min(3, verbs_before)}",
                f"s doer={at in doers},{min(2, verbs_before)}",
                f"s at={0 if is_open else min(4, 1 + at // 5)}",
            ]
            if at > 1:
                behind = on.kinds[at - 2] if before in TELLING else ""
                if behind:
                    traits.append(f"s{behind}{before}>{on.kinds[at]}")
                    if behind in ("vf", "word"):
                        traits.append(f"s {on.reading.words[at - 2].low} {before}")
            if at:
                traits.append(f"s drops {on.forms[0]},{before}")
                traits.extend({f"s drops {word}" for place, word in on.turning if place < at})
            if last_verb:
                traits.append(f"s said={last_verb in reporting},{before}")
            if of_verb is not None:
                traits.append(f"s of={of_verb in reporting},{min(2, verbs_before)}")
            out.append(Edge(at, at, tuple(traits)))
        is_open = is_open and on.kinds[at] == "sign"
        if at in verb_at:
            verbs_before += 1
            last_verb = verb_at[at]
    return out


def ends(on: Sketch) -> list[Edge]:
    """Return the words before which a piece can end; the number of the words where it can end with the sentence."""
    words, count = on.reading.words, len(on.kinds)
    verb_ends = {verb.last: verb for verb in on.verbs}
    inner = {at for group in on.reading.groups for at in range(group.first + 1, group.last)}
    stop = count
    while stop > 0 and on.kinds[stop - 1] == "sign":
        stop -= 1
    out = []
    lacking = _lacking(on)
    since = FAR
    pending: set[str] = set()
    depth = 0
    opener = ""
    for at in range(1, stop + 1):
        low = words[at - 1].low
        kind = on.kinds[at - 1]
        since = 0 if at in verb_ends else min(FAR, since + (kind != "sign"))
        pending.discard(low)
        opener = "" if at in verb_ends else low if kind == "sub" or low in RELATIVE else opener
        if low in PAIRS:
            pending.add(PAIRS[low])
        depth += (low in OPENING) - (low in CLOSING)
        if kind == "sign" or at in inner or kind in NEVER_LAST or _is_within(on, at):
            continue
        after = on.forms[at] if at < stop else "#"
        after_kind = on.kinds[at] if at < stop else "#"
        second = on.forms[at + 1] if at + 1 < stop else "."
        verb = verb_ends.get(at)
        traits = [
            f"e>{after}",
            f"e<{on.forms[at - 1]}",
            f"e{kind}>{after}",
            f"e{kind}>{after_kind}{'' if verb is None else verb.tense}",
            f"e since={since},{after}",
            f"e left={min(5, (stop - at + 2) // 3)}",
            f"e left={at == stop},{depth > 0}",
        ]
        if at in lacking:
            traits.append("e lacks verb")
        if after == ",":
            traits.append(f"e,>{second}")
            traits.append(
                f"e,>{on.kinds[at + 1] if at + 1 < stop else '.'},{on.kinds[at + 2] if at + 2 < stop else '.'}"
            )
        if kind in ("vf", "vp", "vg", "vi"):
            traits.append(f"e verb {words[at - 1].low}" if after in ("to", "that") else f"e verb,{after}")
            goes_on = next((one for one in on.forms[at + 2 : at + 7] if one in LISTING), "")
            traits.append(f"e, list={goes_on},{kind},{on.kinds[at + 1] if at + 1 < stop else '.'}")
        if after in JOINING:
            third = on.kinds[at + 2] if at + 2 < stop else "#"
            traits.append(f"e {kind} {after}>{on.kinds[at + 1] if at + 1 < stop else '#'},{third}")
            traits.append(f"e {after}, verb={'vf' in on.kinds[at + 1 : at + 5]},{kind}")
        if opener:
            traits.append(f"e opened {opener}")
        if after in TAKING:
            traits.append(f"e {words[at - 1].low}>{after}")
        traits.extend({f"e drops {word}" for place, word in on.turning if at <= place < stop})
        if pending:
            traits.extend(f"e wants {one}" for one in sorted(pending))
        out.append(Edge(at, at, tuple(traits)))
    return out


def _lacking(on: Sketch) -> frozenset[int]:
    """Return the words before which a subject stands whose verb comes after them, and that no verb before has for its own."""
    out: set[int] = set()
    told: set[int] = set()
    for verb in on.verbs:
        if verb.doer >= 0 and verb.doer not in told and not verb.is_relative:
            told.add(verb.doer)
            out.update(range(verb.doer + 1, verb.last))
    return frozenset(out)


def gaps(on: Sketch) -> list[Edge]:
    """Return what can be left out: between commas or dashes, and between a subject and its verb."""
    count = len(on.kinds)
    seen: dict[tuple[int, int], str] = {}
    for verb in on.verbs:
        low, high = verb.doer_last, verb.first
        if low >= 0 and high - low >= SHORTEST:
            seen[low, high] = "doer"
            for at in range(low + 1, high - 2):
                if on.kinds[at] == "sign" or on.forms[at] in RELATIVE:
                    seen.setdefault((at, high), "late")
    signs = [at for at in range(1, count) if on.forms[at] in SIGNS]
    for one, other in combinations(signs, 2):
        if 2 <= other - one <= LONGEST_ASIDE and _matches(on.forms[one], on.forms[other]) and other + 1 < count:
            seen.setdefault((one, other + 1), "aside")
    out = []
    for (low, high), kind in seen.items():
        inside = on.kinds[low:high]
        first = low + (inside[0] == "sign")
        opening = on.forms[first] if first < count else "."
        traits = (
            *{f"g drops {word}" for place, word in on.turning if low <= place < high},
            f"g {kind}",
            f"g {kind}>{opening}",
            f"g {kind}<{on.kinds[low - 1]},{on.kinds[high] if high < count else '.'}",
            f"g {kind}>{on.forms[high] if high < count else '.'}",
            f"g long={min(6, (high - low) // 3)}",
            f"g verb={'vf' in inside},{kind},{opening in RELATIVE}",
            f"g commas={min(3, sum(on.forms[at] == ',' for at in range(first, high - 1)))},{kind}",
            f"g signs={on.kinds[low] == 'sign'},{on.kinds[high - 1] == 'sign'}",
        )
        out.append(Edge(low, high, traits))
    return out


def _matches(one: str, other: str) -> bool:
    return (one == "(" and other == ")") or (one == other and one not in "()")
