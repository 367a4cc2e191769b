"""Edges: where words of a sentence that can stand alone on a line begin and end, and what of their middle can be left out."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, combinations
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
OPENING: Final = frozenset('“"(')
CLOSING: Final = frozenset("”)")
NOTED: Final = frozenset((*PAIRS, *PAIRS.values(), *OPENING, *CLOSING))
"""Words and signs that are remembered until their other half has come."""
PARTING: Final = frozenset(("sign", "conj", "sub"))
PARTING_WORDS: Final = frozenset((",", "that"))
"""Parts of speech and words behind which a piece can begin."""
VERBS: Final = frozenset(("vf", "vp", "vg", "vi"))
BEYOND: Final = (".", ".", ".")
"""What stands for the words behind the last."""
MOST_KEPT: Final = 1 << 12
"""Of how many neighbourhoods the traits are remembered: most of those of a text stood in texts before."""
FAR: Final = 6
"""How many words behind a verb it does not matter any more how many."""


class Edge(NamedTuple):
    """A word before which a piece may begin or end, or two between which one may be left out, with its traits."""

    first: int
    last: int
    shared: tuple[tuple[str, ...], ...]
    """Groups of traits that many edges have together."""
    own: tuple[str, ...] = ()
    """Those that few have."""

    @property
    def traits(self) -> tuple[str, ...]:
        """All of them."""
        return (*chain.from_iterable(self.shared), *self.own)


def starts(on: Sketch) -> list[Edge]:
    """Return the words with which a piece can begin."""
    kinds, forms = on.kinds, on.forms
    count = len(kinds)
    reporting = grammar().reporting
    doers = {verb.doer: verb.base for verb in on.verbs if verb.doer >= 0}
    dropping = [(place, f"s drops {word}") for place, word in reversed(on.turning)]
    dropped: tuple[str, ...] = ()
    out = []
    is_open = True
    verbs_before = 0
    verb_at = {verb.last - 1: verb.base for verb in on.verbs}
    last_verb = ""
    for at, kind in enumerate(kinds):
        before = forms[at - 1] if at else "#"
        is_parted = at == 0 or kinds[at - 1] in PARTING or before in PARTING_WORDS
        while dropping and dropping[-1][0] < at:
            name = dropping.pop()[1]
            dropped = (*dropped, name) if name not in dropped else dropped
        if kind != "sign" and (is_parted or at in doers) and at not in on.joined:
            second = forms[at + 1] if at + 1 < count else "#"
            place = 0 if is_open else min(4, 1 + at // 5)
            shared = (
                _of_first(before, forms[at], kind, second),
                _of_beginning(at in doers, verbs_before, place),
                dropped,
            )
            own: tuple[str, ...] = (f"s drops {forms[0]},{before}",) if at else ()
            if at > 1 and before in TELLING and (behind := kinds[at - 2]):
                own += (f"s{behind}{before}>{kind}",)
                if behind in ("vf", "word"):
                    own += (f"s {on.reading.words[at - 2].low} {before}",)
            if last_verb:
                own += (f"s said={last_verb in reporting},{before}",)
            if at in doers:
                own += (f"s of={doers[at] in reporting},{min(2, verbs_before)}",)
            out.append(Edge(at, at, shared, own))
        is_open = is_open and kind == "sign"
        if at in verb_at:
            verbs_before += 1
            last_verb = verb_at[at]
    return out


@lru_cache(maxsize=MOST_KEPT)
def _of_first(before: str, form: str, kind: str, second: str) -> tuple[str, ...]:
    return (
        f"s<{before}",
        f"s>{form}",
        f"s{before}>{kind}",
        f"s>{kind},{second if kind != 'name' else ''}",
    )


@lru_cache(maxsize=MOST_KEPT)
def _of_beginning(is_doer: bool, verbs_before: int, place: int) -> tuple[str, ...]:
    return f"s#{min(3, verbs_before)}", f"s doer={is_doer},{min(2, verbs_before)}", f"s at={place}"


def ends(on: Sketch) -> list[Edge]:
    """Return the words before which a piece can end; the number of the words where it can end with the sentence."""
    words, count = on.reading.words, len(on.kinds)
    verb_ends = {verb.last: verb.tense for verb in on.verbs}
    inner = {at for group in on.reading.groups for at in range(group.first + 1, group.last)}
    stop = count
    while stop > 0 and on.kinds[stop - 1] == "sign":
        stop -= 1
    kinds, forms = (*on.kinds[:stop], *BEYOND), (*on.forms[:stop], *BEYOND)
    out = []
    lacking = _lacking(on)
    since = FAR
    pending: set[str] = set()
    dropping = [(place, f"e drops {word}") for place, word in on.turning if place < stop]
    dropped = tuple(dict.fromkeys([name for _, name in dropping]))
    depth = 0
    opener = ""
    for at in range(1, stop + 1):
        low = words[at - 1].low
        kind = kinds[at - 1]
        if at in verb_ends:
            since, opener = 0, ""
        else:
            since += kind != "sign"
            opener = low if kind == "sub" or low in RELATIVE else opener
        if low in NOTED:
            pending.discard(low)
            if low in PAIRS:
                pending.add(PAIRS[low])
            depth += (low in OPENING) - (low in CLOSING)
        if dropping and dropping[0][0] < at:
            del dropping[0]
            dropped = tuple(dict.fromkeys([name for _, name in dropping]))
        if kind == "sign" or at in inner or kind in NEVER_LAST or at in on.joined:
            continue
        after, after_kind = (forms[at], kinds[at]) if at < stop else ("#", "#")
        shared = (
            _of_last(forms[at - 1], kind, after, after_kind, verb_ends.get(at, "")),
            _of_ending(min(FAR, since), after, min(5, (stop - at + 2) // 3), at == stop, depth > 0),
            dropped,
        )
        own: tuple[str, ...] = ("e lacks verb",) if at in lacking else ()
        if after == ",":
            own += (f"e,>{forms[at + 1]}", f"e,>{kinds[at + 1]},{kinds[at + 2]}")
        if kind in VERBS:
            goes_on = next((one for one in on.forms[at + 2 : at + 7] if one in LISTING), "")
            own += (
                f"e verb {words[at - 1].low}" if after in ("to", "that") else f"e verb,{after}",
                f"e, list={goes_on},{kind},{kinds[at + 1]}",
            )
        if after in JOINING:
            own += (
                f"e {kind} {after}>{kinds[at + 1] if at + 1 < stop else '#'},{kinds[at + 2] if at + 2 < stop else '#'}",
                f"e {after}, verb={'vf' in on.kinds[at + 1 : at + 5]},{kind}",
            )
        if opener:
            own += (f"e opened {opener}",)
        if after in TAKING:
            own += (f"e {words[at - 1].low}>{after}",)
        if pending:
            own += tuple([f"e wants {one}" for one in sorted(pending)])
        out.append(Edge(at, at, shared, own))
    return out


@lru_cache(maxsize=MOST_KEPT)
def _of_last(form: str, kind: str, after: str, after_kind: str, tense: str) -> tuple[str, ...]:
    return f"e>{after}", f"e<{form}", f"e{kind}>{after}", f"e{kind}>{after_kind}{tense}"


@lru_cache(maxsize=MOST_KEPT)
def _of_ending(since: int, after: str, left: int, is_stop: bool, is_inside: bool) -> tuple[str, ...]:
    return f"e since={since},{after}", f"e left={left}", f"e left={is_stop},{is_inside}"


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
        dropped = dict.fromkeys([f"g drops {word}" for place, word in on.turning if low <= place < high])
        traits = (
            *dropped,
            f"g {kind}",
            f"g {kind}>{opening}",
            f"g {kind}<{on.kinds[low - 1]},{on.kinds[high] if high < count else '.'}",
            f"g {kind}>{on.forms[high] if high < count else '.'}",
            f"g long={min(6, (high - low) // 3)}",
            f"g verb={'vf' in inside},{kind},{opening in RELATIVE}",
            f"g commas={min(3, sum(on.forms[at] == ',' for at in range(first, high - 1)))},{kind}",
            f"g signs={on.kinds[low] == 'sign'},{on.kinds[high - 1] == 'sign'}",
        )
        out.append(Edge(low, high, (), traits))
    return out


def _matches(one: str, other: str) -> bool:
    return (one == "(" and other == ")") or (one == other and one not in "()")
