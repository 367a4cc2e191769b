"""Pieces of a sentence that can stand alone on a line, put together of its edges by weights learnt from pieces marked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from briefing.extract.events.edges import Edge, ends, gaps, starts
from briefing.extract.events.sketch import Sketch
from briefing.extract.linear import learnt, score

FILE: Final = "pieces.json"
QUESTION: Final = "piece"
LONGEST: Final = 130
"""How many characters a piece may have, with an ellipsis for each gap."""
SHORTEST: Final = 3
"""How many words a piece has at least."""
MOST_STARTS: Final = 4
MOST_ENDS: Final = 6
MOST_GAPS: Final = 3
"""How many of the best edges are put together with each other."""
MOST_WEIGHED: Final = 10
"""How many of the best pieces by their edges are looked at as a whole."""
OPENING: Final = frozenset(
    ("if", "when", "while", "although", "though", "because", "since", "unless", "until", "whereas")
)
"""Words that open a side clause, behind which the main one must come."""
TELLING_MORE: Final = frozenset(("who", "which", "whose", "whom"))
ELLIPSIS: Final = 3
"""How many characters stand for a gap: a space, the sign, a space."""
MORE: Final = 1.5
"""What each character more is worth: who marked the pieces took the shortest that says it, a line has room."""
NOTHING: Final = -1000.0
"""Less than any piece weighs."""
STEPS: Final = (40, 60, 75, 90, 100, 110)
Gaps = tuple[tuple[int, int], ...]


class Piece(NamedTuple):
    """Words of a sentence from `first` up to `last`, without those in `gaps`, and how well they stand alone."""

    first: int
    last: int
    gaps: Gaps
    weight: float
    """Hundredths of log odds, against all other pieces of the same sentence."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with its edges, the best first, each with what it weighs."""

    on: Sketch
    starts: tuple[tuple[Edge, float], ...]
    ends: tuple[tuple[Edge, float], ...]
    gaps: tuple[tuple[Edge, float], ...]


def weighed(on: Sketch, weights: Mapping[str, float]) -> Weighed:
    """Return a sentence with its edges weighed."""
    return Weighed(on, *(_in_order(edges, weights) for edges in (starts(on), ends(on), gaps(on))))


def _in_order(edges: Iterable[Edge], weights: Mapping[str, float]) -> tuple[tuple[Edge, float], ...]:
    return tuple(sorted(((one, score(weights, one.traits)) for one in edges), key=lambda pair: -pair[1]))


class Shape(NamedTuple):
    """What a piece holds of the clauses of its sentence."""

    finite: int
    """How many finite verbs."""
    mains: int
    """How many of them outside relative clauses, with their subjects."""
    has_doer: bool
    """Whether the subject of any of them."""
    has_first: bool
    """Whether the first finite verb of the sentence."""
    has_main: bool
    """Whether the first of its main clauses, with its subject."""


def shape(on: Sketch, first: int, last: int, left_out: Gaps) -> Shape:
    """Return what the piece from `first` up to `last` holds without what is `left_out`."""
    finite = mains = 0
    has_doer = has_first = has_main = seen_main = False
    for number, verb in enumerate(on.verbs):
        is_next = not verb.is_relative and not seen_main
        seen_main = seen_main or not verb.is_relative
        if not (first <= verb.first and verb.last <= last) or _is_in(verb.first, left_out):
            continue
        finite += 1
        has_first = has_first or number == 0
        if first <= verb.doer and not _is_in(verb.doer, left_out):
            has_doer = True
            mains += not verb.is_relative
            has_main = has_main or is_next
    return Shape(finite, mains, has_doer, has_first, has_main)


def _is_in(at: int, left_out: Gaps) -> bool:
    return bool(left_out) and any(low <= at < high for low, high in left_out)


def joint(on: Sketch, first: int, last: int, left_out: Gaps) -> tuple[str, ...]:
    """Return the traits of a piece as a whole."""
    own = shape(on, first, last, left_out)
    size = length(on, first, last, left_out)
    step = sum([size > one for one in STEPS])
    whole = first <= 1 and last >= len(on.kinds) - 2
    hangs = on.kinds[first] in ("sub", "prep", "vg", "vp")
    return (
        "j",
        f"j size={step}",
        f"j gaps={len(left_out)}",
        f"j finite={min(3, own.finite)},{own.has_doer}",
        f"j verb1={own.has_first},{own.has_doer}",
        f"j mains={min(2, own.mains)},{own.has_main}",
        f"j whole={whole},{bool(left_out)}",
        f"j behind={on.forms[first - 1] if first else '#'},{min(2, own.mains)}",
        f"j starts={on.forms[first]},{min(2, own.finite)}" if hangs else f"j full={own.has_doer},{step}",
    )


def length(on: Sketch, first: int, last: int, left_out: Gaps) -> int:
    """Return how many characters a piece has on a line."""
    words = on.reading.words
    out = words[last - 1].end - words[first].start
    for low, high in left_out:
        out -= words[high].start - words[low - 1].end - ELLIPSIS
    return out


def pieces(
    own: Weighed,
    weights: Mapping[str, float],
    *,
    within: tuple[int, int] | None = None,
    holding: tuple[int, int] | None = None,
    is_unbroken: bool = False,
) -> Iterator[Piece]:
    """Yield the pieces of a sentence that are put together of its best edges, each with what it weighs.

    They lie `within` words, hold the words of `holding`, and leave nothing out of their middle where `is_unbroken`.
    """
    on = own.on
    low, high = within or (0, len(on.kinds))
    least, most = holding or (high, low)
    begins = [pair for pair in own.starts if low <= pair[0].first <= least][:MOST_STARTS]
    stops = [pair for pair in own.ends if max(low + 1, most) <= pair[0].last <= high][:MOST_ENDS]
    asides = () if is_unbroken else own.gaps[:MOST_GAPS]
    sets = list(_sets(on, [one for one in asides if holding is None or one[0].last <= least or one[0].first >= most]))
    found = [
        (of_begin + of_stop + of_gaps, begin.first, stop.last, left_out)
        for begin, of_begin in begins
        for stop, of_stop in stops
        if stop.last - begin.first >= SHORTEST
        for left_out, of_gaps in sets
        if (not left_out or (_parts(on, begin.first, left_out[0][0]) and _parts(on, left_out[-1][1], stop.last)))
        and length(on, begin.first, stop.last, left_out) <= LONGEST
    ]
    found.sort(reverse=True)
    for of_edges, first, last, left_out in found[:MOST_WEIGHED]:
        yield Piece(first, last, left_out, of_edges + score(weights, joint(on, first, last, left_out)))


def _sets(on: Sketch, asides: Sequence[tuple[Edge, float]]) -> Iterator[tuple[Gaps, float]]:
    """Yield what can be left out together: nothing, one stretch, or two that words part."""
    yield (), 0.0
    for one, weight in asides:
        yield ((one.first, one.last),), weight
    for (one, more), (other, most) in combinations(asides, 2):
        if _parts(on, one.last, other.first) or _parts(on, other.last, one.first):
            left_out = sorted(((one.first, one.last), (other.first, other.last)))
            yield tuple(left_out), more + most


def _parts(on: Sketch, first: int, last: int) -> bool:
    """Return whether words, not only signs, stand from `first` up to `last`."""
    return first < last and on.spoken[last] > on.spoken[first]


def best(
    own: Weighed,
    *,
    within: tuple[int, int] | None = None,
    holding: tuple[int, int] | None = None,
    is_unbroken: bool = False,
    least: float = NOTHING,
) -> Piece | None:
    """Return the piece of a sentence that stands alone best; None where none fits that weighs as much as `least`."""
    on = own.on
    weights = learnt(__package__, FILE)[QUESTION]
    found = sorted(
        pieces(own, weights, within=within, holding=holding, is_unbroken=is_unbroken),
        key=lambda one: -one.weight - MORE * length(on, one.first, one.last, one.gaps),
    )
    # In a headline a verb is often taken for a noun.
    is_sure = on.reading.is_headline
    return next((one for one in found if one.weight >= least and (is_sure or _says_something(on, one))), None)


def _says_something(on: Sketch, piece: Piece) -> bool:
    """Return whether a piece has a main clause: not only "if ...", nor one of whom no more is told than "who ..."."""
    if not shape(on, piece.first, piece.last, piece.gaps).mains:
        return False
    words = on.reading.words
    finite = [
        verb.first for verb in on.verbs if piece.first <= verb.first < piece.last and not _is_in(verb.first, piece.gaps)
    ]
    if words[piece.first].low in OPENING:
        return len(finite) > 1
    relative = next(
        (at for at in range(piece.first, piece.last) if words[at].low in TELLING_MORE and not _is_in(at, piece.gaps)),
        piece.last,
    )
    return any(at < relative for at in finite) or len(finite) > 1


def weighed_by_learnt(on: Sketch) -> Weighed:
    """Return a sentence with its edges weighed by what was learnt."""
    return weighed(on, learnt(__package__, FILE)[QUESTION])
