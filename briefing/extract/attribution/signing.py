"""Signing: a name behind a dash under a quotation, or before a colon in front of one, attributes it without a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.extract.attribution.found import Attribution
from briefing.extract.attribution.marks import Quoted
from briefing.model import Span

_SIGNED: Final = re.compile(
    r"\s{0,4}(—|–|―|--?)\s?((?:[A-Z][\w.'’-]{0,30})(?: (?:de |van |von |la |al-)?[A-Z][\w.'’-]{0,30}){0,4})"
    r"(?=\s{0,2}(?:$|\n|,|\(|[—–―|]))"
)
"""A name behind a dash signs the quotation before it, on its line or on the next."""
_LEAST_WORDS: Final = 5
"""Fewer words between marks before a dash are a title."""


def signature(text: str, one: Quoted) -> tuple[Span, Span] | None:
    """Return the dash and the name that sign a quotation, if something does."""
    found = _SIGNED.match(text, one.outer.end)
    return (Span(*found.span(1)), Span(*found.span(2))) if found else None


def signed(text: str, quoted: Sequence[Quoted], said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return `said` with an attribution for each quotation that is signed and that nobody there says."""
    found: list[Attribution] = []
    for one in quoted:
        signing = signature(text, one)
        if signing is None or len(one.span.of(text).split()) < _LEAST_WORDS:
            continue
        dash, name = signing
        if not any(part.overlaps(one.outer) or part.overlaps(dash) for a in said for part in (a.cue, *a.content)):
            found.append(Attribution(dash, name, (one.outer,)))
    return tuple(sorted([*said, *found], key=lambda a: a.cue.start)) if found else tuple(said)
