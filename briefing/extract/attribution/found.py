"""An attribution: the words that attribute, who is the source, and what is said."""

from __future__ import annotations

from briefing.extract.attribution.passage import Range
from briefing.extract.attribution.phrases import Phrase
from briefing.model import Span
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement in the text with its source; offsets as everywhere."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    """In text order: what is said can stand on both sides of the cue; empty where only the cue is known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in word numbers, as it would be if its cue is one."""

    at: int
    """The cue's head."""
    sentence: Range
    phrase: Phrase | None
    """The source without what hangs on it."""
    source: Range | None
    left: Range | None
    right: Range | None
    head: str | None
    """The last word of the phrase, in lower case."""
