"""Lessons: annotated articles to learn from, each attribution in word numbers, with the head of its cue."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.extract.attribution.passage import Passage, group_names, prepared
from briefing.text import sentences


@dataclass(frozen=True, slots=True)
class Known:
    """An attribution as it was annotated, in word numbers."""

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article with what was annotated in it."""

    passage: Passage
    known: tuple[Known, ...]

    @property
    def heads(self) -> frozenset[int]:
        """The words that are heads of cues."""
        return frozenset(one.head for one in self.known)


Annotated = list[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]


def lessons_of(data: Path, grouped: Mapping[str, int], *, only: str) -> list[Lesson]:
    """Return the annotated articles of `data` whose id begins with `only`."""
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").split("\n") if line]
    rows = [row for row in rows if row["id"].startswith(only)]
    names = group_names(grouped)
    passages = [prepared(row["text"], sentences(row["text"]), names) for row in rows]
    annotated = [_annotated(one, row["gold"]["claims"]) for one, row in zip(passages, rows, strict=True)]
    rates = _head_rates(passages, annotated)
    return [
        Lesson(one, tuple(Known(_head(one, parts[0], rates), *parts) for parts in listed if parts[0]))
        for one, listed in zip(passages, annotated, strict=True)
    ]


def _annotated(one: Passage, claims: list[dict[str, list[list[int]]]]) -> Annotated:
    return [
        (_words(one, claim["cue"]), _words(one, claim["source"]), _words(one, claim["content"])) for claim in claims
    ]


def _words(one: Passage, ranges: list[list[int]]) -> tuple[int, ...]:
    starts, ends = one.words.starts, one.words.ends
    return tuple(at for at in range(len(starts)) if any(ends[at] > low and starts[at] < high for low, high in ranges))


def _head_rates(passages: Sequence[Passage], annotated: Sequence[Annotated]) -> dict[str, float]:
    """Return how often each word is the head of a cue: found by guessing heads, counting them, guessing again."""
    everywhere: Counter[str] = Counter()
    for one in passages:
        everywhere.update(one.words.lower)
    rates: dict[str, float] = {}
    for _ in range(5):
        heads: Counter[str] = Counter()
        for one, listed in zip(passages, annotated, strict=True):
            for cue, _, _ in listed:
                if cue and rates:
                    heads[one.words.lower[_head(one, cue, rates)]] += 1
                else:
                    heads.update(one.words.lower[at] for at in cue)
        rates = {word: count / (everywhere[word] + 2) for word, count in heads.items()}
    return rates


def _head(one: Passage, cue: Sequence[int], rates: dict[str, float]) -> int:
    return max(cue, key=lambda at: rates.get(one.words.lower[at], 0.0))
