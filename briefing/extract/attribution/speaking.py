"""Speaking: whose words a quotation holds, among the attributions near it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.extract.attribution.found import Attribution
from briefing.extract.attribution.lexicon import families, spaced
from briefing.extract.attribution.marks import Quoted
from briefing.extract.attribution.signing import signature
from briefing.extract.linear import score
from briefing.model import Span

_SAME_PARAGRAPH: Final = 12
"""The attributions of its own paragraph that are looked at for a quotation, on either side."""
_NESTING: Final = 3
"""The attributions before another that are looked at for one that holds it."""
_EARLIER: Final = 2
"""The attributions before its paragraph that are looked at."""
_TURN: Final = re.compile(r"\s*((?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+)(?: (?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+)){0,3}):\s")
_WORD: Final = re.compile(r"\w+")
_STOP: Final = re.compile(r"[.!?]['\"”’]*\s")
_PRONOUNS: Final = spaced("he she they it who i we you which that")
_THINGS: Final = spaced("it which that")
_PEOPLE: Final = spaced("he she")

NONE: Final = ["none"]


def speakers(
    text: str, quoted: Sequence[Quoted], said: Sequence[Attribution], weights: Mapping[str, int]
) -> list[Span | None]:
    """Return for each quotation the words that name its speaker; None where nobody near says it."""
    found: list[Span | None] = []
    goes_on: Span | None = None
    for number, one in enumerate(quoted):
        turn = _TURN.match(text, one.span.start, one.span.end)
        signing = signature(text, one)
        if turn:
            speaker: Span | None = Span(*turn.span(1))
        elif signing is not None:
            speaker = signing[1]
        elif goes_on is not None:
            speaker = goes_on
        else:
            before = found[number - 1] if number else None
            options = choices(text, quoted, number, said, before)
            scores = [score(weights, features) for _, features in options]
            best = options[max(range(len(options)), key=lambda at: scores[at])][0]
            speaker = _by_name(text, best, one, said) if best else None
        goes_on = speaker if one.continued else None
        found.append(speaker)
    return found


def _by_name(text: str, best: Attribution, one: Quoted, said: Sequence[Attribution]) -> Span | None:
    """Return the source of `best`; for a pronoun that of the one in whose words it stands: "Berg hopes that he said ..."."""
    word = best.source.of(text).lower() if best.source else ""
    if word not in _PRONOUNS:
        return best.source
    poorer = _PRONOUNS - _PEOPLE if word in _THINGS else _PRONOUNS
    place = _place(said, best.cue.start)
    for outer in reversed(said[max(0, place - _NESTING) : place]):
        is_named = outer.source is not None and outer.source.of(text).lower() not in poorer
        if is_named and _holds(outer, best.cue) and _holds(outer, one.span):
            return outer.source
    return best.source


def choices(
    text: str, quoted: Sequence[Quoted], number: int, said: Sequence[Attribution], before: Span | None
) -> list[tuple[Attribution | None, list[str]]]:
    """Return the attributions that may tell the speaker of a quotation, with their features; at last None."""
    one = quoted[number]
    begin = text.rfind("\n", 0, one.outer.start) + 1
    end = text.find("\n", one.outer.end)
    end = len(text) if end < 0 else end
    low = _place(said, begin)
    at, high = _place(said, one.outer.start), _place(said, end)
    near = [a for a in said[max(0, low - _EARLIER) : low] if a.source]
    near += [a for a in said[max(low, at - _SAME_PARAGRAPH) : min(high, at + _SAME_PARAGRAPH)] if a.source]
    about = _about(text, quoted, number, begin)
    starts = [a.cue.start for a in near]
    holders = [a for a in near if _holds(a, one.span)]
    options: list[tuple[Attribution | None, list[str]]] = []
    for rank, a in enumerate(near):
        first, features = _features(text, quoted, number, a, begin=begin, about=about)
        nested = holding = False
        if holders:
            nested = any(_holds(other, a.cue) for other in holders if other is not a)
            holding = a in holders and any(_holds(a, other.cue) for other in near if other is not a)
        features += (
            f"r{min(_between(one, starts, a), 3)}{first}", f"last{rank == len(near) - 1}{first}",
            f"nest{nested:d}{holding:d}{first}",
        )  # fmt: skip
        if before is not None:
            features.append(f"again{a.source == before}{first}{about}")
        options.append((a, features))
    words = len(_WORD.findall(text[one.span.start : min(one.span.end, one.span.start + 80)]))
    options.append(
        (None, [*NONE, f"n{min(words, 8)}", f"n{about}", f"n{one.single}", f"n{len(near) > 0}{min(words, 5)}"])
    )
    return options


def _holds(a: Attribution, span: Span) -> bool:
    return any(part.start <= span.start < part.end for part in a.content)


def _place(said: Sequence[Attribution], offset: int) -> int:
    return bisect_left(said, offset, key=lambda a: a.cue.start)


def _between(one: Quoted, starts: Sequence[int], a: Attribution) -> int:
    """Return how many of the attributions that begin at `starts` stand between the quotation and `a`."""
    begin = a.cue.start
    if begin >= one.outer.end:
        return bisect_left(starts, begin) - bisect_left(starts, one.outer.end)
    return max(0, bisect_left(starts, one.outer.start) - bisect_right(starts, begin))


def _about(text: str, quoted: Sequence[Quoted], number: int, begin: int) -> str:
    """Return how the quotation stands in its paragraph: first or not, and what its last sign is."""
    one = quoted[number]
    inner = one.span.of(text).rstrip()
    last = inner[-1:] if inner[-1:] in {",", ".", "?", "!"} else "w"
    lead = text[begin : one.outer.start].rstrip()[-1:]
    opening = lead if lead in {":", ",", "."} else "^" if not lead else "w"
    return last + opening


def _features(
    text: str, quoted: Sequence[Quoted], number: int, a: Attribution, *, begin: int, about: str
) -> tuple[str, list[str]]:
    """Return how an attribution stands to the quotation, and all features of that; `begin` is that of its paragraph."""
    one = quoted[number]
    cue, source = a.cue, a.source or a.cue
    left, right = min(cue.start, source.start), max(cue.end, source.end)
    holds = next((str(at) for at, part in enumerate(a.content) if part.overlaps(one.span)), "-")
    if left >= one.outer.end:
        side, gap = "a", text[one.outer.end : min(left, one.outer.end + 200)]
    elif right <= one.outer.start:
        side, gap = "b", text[max(right, one.outer.start - 200) : one.outer.start]
    else:
        side, gap = "i", ""
    stops = min(len(_STOP.findall(gap)), 2)
    words = min(len(gap.split()), 12) if len(gap) < 200 else 12
    others = 0
    if number and quoted[number - 1].outer.start > left:
        others = sum(
            other.outer.start > left and other.outer.end < one.outer.start
            for other in quoted[max(0, number - 3) : number]
        )
    word = cue.of(text).lower().split(" ")[-1]
    own = families().get(word, ("-",))
    away = "p" if left < begin else "s"
    place = bisect_right(quoted, cue.start, key=_start) - 1
    quote_inside = place >= 0 and -4 <= place - number <= 4 and cue.start < quoted[place].span.end
    order = f"{source.start < cue.start:d}"
    first = side + away + holds
    features = [
        f"{first}|{about}", f"{side}{away}{stops}|{about}", f"{side}{away}{min(words, 4)}{order}|{about}",
        f"{side}{away}{min(others, 2)}|{about}",
        f"h{holds}", f"g{side}{words}", f"in{quote_inside:d}{side}{holds}",
        f"st{side}{stops}{holds}{away}", f"w{word}{side}", f"lead{gap.strip()[:1]}{side}",
    ]  # fmt: skip
    features += [f"f{family}{side}{stops}" for family in own]
    return first, features


def _start(one: Quoted) -> int:
    return one.span.start
