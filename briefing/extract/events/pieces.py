"""Pieces of a sentence that can stand alone on a line, put together of its edges by weights learnt from pieces marked by hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from operator import itemgetter
from typing import Final, NamedTuple

from briefing.extract.events.edges import Edge, ends, gaps, starts
from briefing.extract.events.sketch import Sketch
from briefing.extract.linear import Sums, learnt, score

FILE: Final = "pieces.json"
QUESTION: Final = "piece"
LONGEST: Final = 130
"""How many characters a piece, and whatever else shows a fact, may have, with an ellipsis for each gap.

They are four or five lines of a narrow panel; more is a paragraph, which proves nothing.
"""
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
TIMES: Final = frozenset(("after", "before", "since", "as"))
"""Words that open a clause of when, or stand before a mere noun."""
FEW: Final = 5
"""How many words may stand before one of them: "Barely two months after"."""
TELLING_MORE: Final = frozenset(("who", "which", "whose", "whom"))
ELLIPSIS: Final = 3
"""How many characters stand for a gap: a space, the sign, a space."""
MORE: Final = 1.5
"""What each character more is worth: who marked the pieces took the shortest that says it, a line has room."""
NOTHING: Final = -1000.0
"""Less than any piece weighs."""
STEPS: Final = (40, 60, 75, 90, 100, 110)
HANGING: Final = frozenset(("sub", "prep", "vg", "vp"))
"""Parts of speech with which what hangs on a main clause begins."""
MOST_KEPT: Final = 1 << 12
"""Of how many kinds of pieces the traits are remembered."""
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


def weighed(on: Sketch, sums: Sums) -> Weighed:
    """Return a sentence with its edges weighed."""
    return Weighed(on, *(_in_order(edges, sums) for edges in (starts(on), ends(on), gaps(on))))


def _in_order(edges: Iterable[Edge], sums: Sums) -> tuple[tuple[Edge, float], ...]:
    weights, sum_of = sums.weights, sums.__getitem__
    found = [(one, sum(map(sum_of, one.shared)) + (score(weights, one.own) if one.own else 0)) for one in edges]
    return tuple(sorted(found, key=itemgetter(1), reverse=True))


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
    for number, (_, _, start, end, doer, _, is_relative) in enumerate(on.verbs):
        is_next = not is_relative and not seen_main
        seen_main = seen_main or is_next
        if start < first or end > last or (left_out and _is_in(start, left_out)):
            continue
        finite += 1
        has_first = has_first or number == 0
        if first <= doer and not (left_out and _is_in(doer, left_out)):
            has_doer = True
            mains += not is_relative
            has_main = has_main or is_next
    return Shape(finite, mains, has_doer, has_first, has_main)


def _is_in(at: int, left_out: Gaps) -> bool:
    for low, high in left_out:  # noqa: SIM110 - asked for every verb of every piece
        if low <= at < high:
            return True
    return False


def joint(on: Sketch, first: int, last: int, left_out: Gaps) -> tuple[str, ...]:
    """Return the traits of a piece as a whole."""
    return _joint_of(on, first, last, left_out, length(on, first, last, left_out))


def _joint_of(on: Sketch, first: int, last: int, left_out: Gaps, size: int) -> tuple[str, ...]:
    return _joint(
        shape(on, first, last, left_out),
        bisect_left(STEPS, size),
        (len(left_out), first <= 1 and last >= len(on.kinds) - 2),
        (on.forms[first - 1] if first else "#", on.forms[first] if on.kinds[first] in HANGING else ""),
    )


@lru_cache(maxsize=MOST_KEPT)
def _joint(own: Shape, step: int, extent: tuple[int, bool], opening: tuple[str, str]) -> tuple[str, ...]:
    """Return the traits of a piece by what they are made of, the same for many.

    That is how many gaps it has and whether it is the whole sentence; the form before it and its first where it hangs.
    """
    gaps, is_whole = extent
    behind, hanging = opening
    return (
        "j",
        f"j size={step}",
        f"j gaps={gaps}",
        f"j finite={min(3, own.finite)},{own.has_doer}",
        f"j verb1={own.has_first},{own.has_doer}",
        f"j mains={min(2, own.mains)},{own.has_main}",
        f"j whole={is_whole},{gaps > 0}",
        f"j behind={behind},{min(2, own.mains)}",
        f"j starts={hanging},{min(2, own.finite)}" if hanging else f"j full={own.has_doer},{step}",
    )


def length(on: Sketch, first: int, last: int, left_out: Gaps) -> int:
    """Return how many characters a piece has on a line."""
    words = on.reading.words
    return words[last - 1].end - words[first].start - _saved(on, left_out)


def _saved(on: Sketch, left_out: Gaps) -> int:
    """Return how many characters of a line it saves to leave something out, with an ellipsis for each gap."""
    words = on.reading.words
    return sum([words[high].start - words[low - 1].end - ELLIPSIS for low, high in left_out])


def pieces(
    own: Weighed,
    sums: Sums,
    *,
    within: tuple[int, int] | None = None,
    holding: tuple[int, int] | None = None,
    is_unbroken: bool = False,
) -> Iterator[Piece]:
    """Yield the pieces of a sentence that are put together of its best edges, each with what it weighs.

    They lie `within` words, hold the words of `holding`, and leave nothing out of their middle where `is_unbroken`.
    """
    return (piece for piece, _ in _sized(own, sums, within, holding, is_unbroken=is_unbroken))


def _sized(
    own: Weighed, sums: Sums, within: tuple[int, int] | None, holding: tuple[int, int] | None, *, is_unbroken: bool
) -> Iterator[tuple[Piece, int]]:
    """Yield the pieces, each with how many characters it has on a line."""
    on = own.on
    low, high = within or (0, len(on.kinds))
    least, most = holding or (high, low)
    words, spoken = on.reading.words, on.spoken
    nearest = max(low + 1, most)
    begins = [
        (weight, edge.first, words[edge.first].start, spoken[edge.first])
        for edge, weight in [pair for pair in own.starts if low <= pair[0].first <= least][:MOST_STARTS]
    ]
    stops = [
        (weight, edge.last, words[edge.last - 1].end, spoken[edge.last])
        for edge, weight in [pair for pair in own.ends if nearest <= pair[0].last <= high][:MOST_ENDS]
    ]
    asides = () if is_unbroken else own.gaps[:MOST_GAPS]
    sets = list(_sets(on, [one for one in asides if holding is None or one[0].last <= least or one[0].first >= most]))
    found = [
        (of_begin + of_stop + of_gaps, first, last, left_out, size)
        for of_begin, first, start, before in begins
        for of_stop, last, end, behind in stops
        if last - first >= SHORTEST
        # Words, not only signs, stand before what is left out, and behind it.
        for left_out, of_gaps, saved, low, high in sets
        if (size := end - start - saved) <= LONGEST and before < low and high < behind
    ]
    found.sort(reverse=True)
    for of_edges, first, last, left_out, size in found[:MOST_WEIGHED]:
        yield Piece(first, last, left_out, of_edges + sums[_joint_of(on, first, last, left_out, size)]), size


def _sets(on: Sketch, asides: Sequence[tuple[Edge, float]]) -> Iterator[tuple[Gaps, float, int, int, int]]:
    """Yield what can be left out together: nothing, one stretch, or two that words part.

    With it comes what it weighs, how many characters it saves, and how many words stand before it and before its end.
    """
    spoken = on.spoken
    yield (), 0.0, 0, len(spoken), -1
    for one, weight in asides:
        left_out = ((one.first, one.last),)
        yield left_out, weight, _saved(on, left_out), spoken[one.first], spoken[one.last]
    for (one, more), (other, most) in combinations(sorted(asides), 2):
        if spoken[one.last] < spoken[other.first]:
            both = ((one.first, one.last), (other.first, other.last))
            yield both, more + most, _saved(on, both), spoken[one.first], spoken[other.last]


def best(
    own: Weighed,
    *,
    within: tuple[int, int] | None = None,
    holding: tuple[int, int] | None = None,
    is_unbroken: bool = False,
    least: float = NOTHING,
) -> Piece | None:
    """Return the piece of a sentence that stands alone best; None where none fits that weighs as much as `least`."""
    sized = _sized(own, _learnt(), within, holding, is_unbroken=is_unbroken)
    found = [(-piece.weight - MORE * size, piece) for piece, size in sized if piece.weight >= least]
    found.sort(key=itemgetter(0))
    on = own.on
    # In a headline a verb is often taken for a noun.
    is_sure = on.reading.is_headline
    return next((one for _, one in found if is_sure or _says_something(on, one)), None)


def _says_something(on: Sketch, piece: Piece) -> bool:
    """Return whether a piece has a main clause: not only "if ...", nor one of whom no more is told than "who ..."."""
    if not shape(on, piece.first, piece.last, piece.gaps).mains:
        return False
    words = on.reading.words
    finite = [
        verb.first for verb in on.verbs if piece.first <= verb.first < piece.last and not _is_in(verb.first, piece.gaps)
    ]
    if words[piece.first].low in OPENING or _is_led_by_a_time(on, piece, finite):
        return len(finite) > 1
    relative = next(
        (at for at in range(piece.first, piece.last) if words[at].low in TELLING_MORE and not _is_in(at, piece.gaps)),
        piece.last,
    )
    return any(at < relative for at in finite) or len(finite) > 1


def _is_led_by_a_time(on: Sketch, piece: Piece, finite: Sequence[int]) -> bool:
    """Return whether a piece begins with a clause of when and none other follows at once: "Barely two months after he took office"."""
    words = on.reading.words
    near = range(piece.first, min(piece.first + FEW, piece.last))
    opener = next((at for at in near if words[at].low in TIMES), None)
    if opener is None or not finite or any(at < opener for at in finite):
        return False
    return not any(on.kinds[at] == "sign" for at in range(opener, finite[0]))


def weighed_by_learnt(on: Sketch) -> Weighed:
    """Return a sentence with its edges weighed by what was learnt; one that says nothing has none."""
    if not (on.reading.is_headline or any(verb.doer >= 0 and not verb.is_relative for verb in on.verbs)):
        return Weighed(on, (), (), ())
    return weighed(on, _learnt())


@cache
def _learnt() -> Sums:
    return Sums(learnt(__package__, FILE)[QUESTION])
