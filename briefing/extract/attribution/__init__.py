"""Who says what: what quotes and claims both rest on."""

from __future__ import annotations

from functools import lru_cache

from briefing.extract.attribution.assembling import assembled
from briefing.extract.attribution.found import Attribution
from briefing.extract.attribution.marks import Quoted
from briefing.extract.attribution.passage import passage
from briefing.extract.attribution.people import sources
from briefing.extract.attribution.signing import signed
from briefing.extract.attribution.speaking import speakers as speakers_by
from briefing.extract.attribution.weights import learnt
from briefing.model import Span

__all__ = ["Attribution", "Quoted", "attributions", "quoted", "sources", "speakers"]


@lru_cache(maxsize=2)
def attributions(text: str, sentences: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Return every attribution of `text` in order of cue; kept for the next who asks about the same article."""
    one = passage(text, sentences)
    return signed(text, one.quoted, assembled(one, learnt()))


def quoted(text: str, sentences: tuple[Span, ...]) -> tuple[Quoted, ...]:
    """Return what stands between quotation marks, in order."""
    return passage(text, sentences).quoted


def speakers(text: str, quoted: tuple[Quoted, ...], said: tuple[Attribution, ...]) -> list[Span | None]:
    """Return for each of the quotations the words that name its speaker; None where nobody near says it."""
    return speakers_by(text, quoted, said, learnt()["speaker"])
