"""Lessons: annotated articles to learn from, each attribution in word numbers, with the head of its cue."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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


OWN_TEXTS: Final = Path(__file__).parent / "training"
"""Files of labelled sentences, one a line, a blank line between articles: "{s1 Berg} {c1 said} {t1 it rained}."."""

_LABEL: Final = re.compile(r"\{([sct])(\d) |\}")
_PARTS: Final = {"s": "source", "c": "cue", "t": "content"}

Claims = list[dict[str, list[list[int]]]]
Annotated = list[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]


def lessons_of(data: Path, grouped: Mapping[str, int], *, only: str, own: Path = OWN_TEXTS) -> list[Lesson]:
    """Return the annotated articles of `data` whose id begins with `only`, and this project's own of `own`."""
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").split("\n") if line]
    texts: list[tuple[str, Claims]] = [
        (row["text"], row["gold"]["claims"]) for row in rows if row["id"].startswith(only)
    ]
    texts += own_texts(own)
    names = group_names(grouped)
    passages = [prepared(text, sentences(text), names) for text, _ in texts]
    annotated = [_annotated(one, claims) for one, (_, claims) in zip(passages, texts, strict=True)]
    rates = _head_rates(passages, annotated)
    return [
        Lesson(one, tuple(Known(_head(one, parts[0], rates), *parts) for parts in listed if parts[0]))
        for one, listed in zip(passages, annotated, strict=True)
    ]


def own_texts(folder: Path = OWN_TEXTS) -> Iterator[tuple[str, Claims]]:
    """Yield the labelled articles of all files in `folder`, each with its claims, files in order of their names."""
    for path in sorted(folder.glob("*.txt")):
        for article in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8")):
            lines = [line.strip() for line in article.splitlines() if line.strip() and not line.startswith("#")]
            if lines:
                yield labelled(lines)


def labelled(lines: Sequence[str]) -> tuple[str, Claims]:
    """Return the text of labelled lines, a paragraph each, and its claims; the numbers of a line are its own."""
    text = ""
    claims: Claims = []
    for line in lines:
        text += "\n\n" if text else ""
        numbered: dict[str, dict[str, list[list[int]]]] = {}
        open_labels: list[tuple[str, str, int]] = []
        done = 0
        for label in _LABEL.finditer(line):
            text += line[done : label.start()]
            done = label.end()
            if label[1]:
                open_labels.append((label[1], label[2], len(text)))
            elif not open_labels:
                raise ValueError(f"a brace closes that nothing opened: {line[:80]}")
            else:
                part, number, start = open_labels.pop()
                claim = numbered.setdefault(number, {"cue": [], "source": [], "content": []})
                claim[_PARTS[part]].append([start, len(text)])
        text += line[done:]
        if open_labels:
            raise ValueError(f"a brace is open: {line[:80]}")
        claims += [numbered[number] for number in sorted(numbered)]
    return text, claims


def _annotated(one: Passage, claims: Claims) -> Annotated:
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
