"""The tagger of names: a linear-chain model over the stretches of a sentence that may hold one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

from briefing.extract.entities.evidence import Evidence
from briefing.extract.entities.features import listed, traits
from briefing.extract.entities.headings import Passage
from briefing.extract.entities.lexicons import kinds_of, lexicons
from briefing.extract.entities.stretches import stretches
from briefing.values import dataclass

MODEL: Final = "names.crfsuite"
CLASSES: Final = ("PERSON", "ORG", "PLACE", "NORP", "MISC")
_SURE: Final = 0.9999
"""From this trust on, the other classes have no share worth asking for."""
_ALONE: Final = {label: tuple(float(label == other) for other in CLASSES) for label in CLASSES}
_NEVER: Final = frozenset(("starter", "calendar"))
_BEGINS: Final = tuple("B-" + label for label in CLASSES)
_INSIDES: Final = tuple("I-" + label for label in CLASSES)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: its words from `start` to `end`, its coarse class and how sure the tagger is, 0 to 1."""

    start: int
    end: int
    label: str
    trust: float
    shares: tuple[float, ...] = ()
    """For each of `CLASSES`, the share of all labellings that give it, the mean over the words."""


class Decoder(Protocol):
    """What is asked of a loaded model."""

    def set(self, sequence: object) -> None:
        """Take in a sequence of lists of traits."""

    def tag(self) -> list[str]:
        """Return the best labels of the sequence."""

    def marginal(self, label: str, index: int) -> float:
        """Return the share of all labellings in which the word at `index` has `label`."""


@lru_cache(maxsize=1)
def shipped() -> Decoder:
    """Return the model that comes with the package, loaded at the first call."""
    return opened(Path(__file__).parent / MODEL)


def opened(path: Path) -> Decoder:
    """Return the model in the file at `path`."""
    import pycrfsuite

    decoder = pycrfsuite.Tagger()
    decoder.open(str(path))
    loaded: Decoder = decoder
    return loaded


def tagged(read: Passage, decoder: Decoder, *, source: str = "", thorough: bool = False) -> list[list[Found]]:
    """Return the names in each sentence, in order; `source` is the training set whose way of drawing is asked for.

    Unless `thorough`, what hardly ever names anything is passed over.
    """
    from pycrfsuite import ItemSequence

    result: list[list[Found]] = []
    evidence = read.evidence
    for sentence, heading in zip(read.sentences, read.headings, strict=True):
        names: list[Found] = []
        result.append(names)
        words = sentence.words
        parts = stretches(sentence)
        if not thorough:
            parts = [part for part in parts if part[2] < 0 or _may_name(words[part[2]], part[2], evidence)]
        if not parts:
            continue
        kinds = listed(words, parts)
        for start, end, _ in parts:
            decoder.set(ItemSequence(traits(words, start, end, kinds, evidence, heading=heading, source=source)))
            labels = decoder.tag()
            for first, last, label in chunks(labels):
                trust = min([decoder.marginal(labels[index], index) for index in range(first, last)])
                shares = _ALONE[label] if trust > _SURE else _shares(decoder, first, last)
                names.append(Found(start + first, start + last, label, trust, shares))
    return result


def _may_name(word: str, index: int, evidence: Evidence) -> bool:
    """Return whether a stretch with one capitalised word alone is worth looking at: two of seven have one that only opens
    a sentence or is in the calendar. In 1,900 of these the tagger saw six names, none of them right.
    """
    kinds = kinds_of(word)
    if kinds:
        return not kinds <= _NEVER
    return index > 0 or word in evidence.traits or word.lower() not in lexicons().ordinary


def _shares(decoder: Decoder, first: int, last: int) -> tuple[float, ...]:
    begins = [decoder.marginal(begin, first) for begin in _BEGINS]
    if last == first + 1:
        return tuple(begins)
    return tuple(
        (begun + sum(decoder.marginal(inside, index) for index in range(first + 1, last))) / (last - first)
        for begun, inside in zip(begins, _INSIDES, strict=True)
    )


def chunks(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the names that begin-inside labels draw: start, end and class."""
    found: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for index, own in enumerate(labels):
        if own == "O":
            if start >= 0:
                found.append((start, index, label))
                start = -1
        elif start < 0 or own[0] != "I" or own[2:] != label:
            if start >= 0:
                found.append((start, index, label))
            start, label = index, own[2:]
    if start >= 0:
        found.append((start, len(labels), label))
    return found
