"""The panel measured: of the facts listed by hand for an article, how many its first ten lines hold.

The lists stand in `tests/corpus/key_facts`; their texts are those of the evaluation kit and are not here.

    python -m tests.facts.panel_score development [--lines]
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypedDict

from briefing.facts import Line, sections
from briefing.facts.statements import with_source
from briefing.model import Analysis, Article, FactKind, Span
from briefing.pipeline import analyse

LISTS: Final = Path(__file__).parents[1] / "corpus" / "key_facts"
TEXTS: Final = Path(__file__).parents[2] / ".." / "shared" / "eval" / "data"
FIRST: Final = 10
"""How many lines of the panel a reader sees at once."""
LONGEST_HEADLINE: Final = 200
"""A first paragraph longer than this is no headline."""
LONGEST_EVIDENCE: Final = 133
HALF: Final = 0.6
"""How much of a listed phrase an evidence must hold to show it."""
LONGEST_NAME: Final = 40
"""A listed phrase longer than this is more than a name."""
NEAR: Final = 40
"""How far, in characters, an event's trigger may stand from the listed phrase."""
WORD: Final = re.compile(r"\w[\w.,]*\w|\w")


class Listed(TypedDict):
    need: str
    kinds: list[str]
    shown_at: list[list[int]]


class ListedArticle(TypedDict):
    set: str
    id: str
    fact: list[Listed]


class JudgedPanel(TypedDict):
    set: str
    id: str
    lines: list[tuple[int, int, str, str, str]]
    """Where each line's phrase begins and ends, its heading, its label, and the verdict."""


@dataclass(frozen=True, slots=True)
class Score:
    """What came out for one article."""

    article: str
    held: tuple[str, ...]
    missed: tuple[str, ...]
    lines: tuple[str, ...]


def scores(name: str) -> Iterator[Score]:
    """Yield the score of each article of a list: "development", "final" or "fresh"."""
    listed: list[ListedArticle] = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))["article"]
    for one in listed:
        found = analyse(article_of(one["set"], one["id"]))
        under = [(part.heading, line) for part in sections(found) for line in part.lines][:FIRST]
        held = [fact["need"] for fact in one["fact"] if any(shows(found, line, fact) for _, line in under)]
        missed = [fact["need"] for fact in one["fact"] if fact["need"] not in held]
        told = [f"{heading:12} {line.label} | {line.fact.span.of(found.article.text)!r}" for heading, line in under]
        yield Score(one["id"], tuple(held), tuple(missed), tuple(told))


def first_lines(found: Analysis) -> list[Line]:
    """Return the lines of the panel that a reader sees at once."""
    return [line for part in sections(found) for line in part.lines][:FIRST]


def article_of(data: str, name: str) -> Article:
    with (TEXTS / f"{data}.jsonl").open(encoding="utf-8") as rows:
        row = next(row for row in map(json.loads, rows) if row["id"] == name)
    text: str = row["text"]
    end = text.find("\n\n")
    has_headline = data != "dates.dev" and 0 < end < LONGEST_HEADLINE
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Article(name, name, "", text, end if has_headline else None, published=day)


def shows(found: Analysis, line: Line, fact: Listed) -> bool:
    """Return whether a line has the right kind, and a phrase that shows the fact."""
    shown = line.fact
    if len(shown.span) > LONGEST_EVIDENCE:
        return False
    if shown.kind is FactKind.EVENT and "figure" in fact["kinds"] and _has_number(found, line, fact):
        return True
    if shown.kind is FactKind.EVENT and not {"who", "where"}.isdisjoint(fact["kinds"]) and _has_name(found, line, fact):
        return True
    if shown.kind.value not in fact["kinds"]:
        return False
    return any(_shows_at(found, line, Span(start, end)) for start, end in fact["shown_at"])


def _has_name(found: Analysis, line: Line, fact: Listed) -> bool:
    """Return whether the words of a line on what happened name someone or a place: that is not told on a line of its own."""
    named = (" ".join(found.article.text[start:end].split()) for start, end in fact["shown_at"])
    return any(len(name) <= LONGEST_NAME and name in line.label for name in named)


def _has_number(found: Analysis, line: Line, fact: Listed) -> bool:
    """Return whether the words of a line on what happened have the number of a figure: it is not told on a line of its own."""
    return any(
        line.fact.span.contains(Span(start, end)) and " ".join(found.article.text[start:end].split()) in line.label
        for start, end in fact["shown_at"]
    )


def _shows_at(found: Analysis, line: Line, phrase: Span) -> bool:
    shown = line.fact
    if shown.kind is FactKind.FIGURE:
        return any(figure.id in shown.refs and figure.span.overlaps(phrase) for figure in found.figures)
    places = (_with_source(found, line), *shown.also)
    shared = max(min(s.end, phrase.end) - max(s.start, phrase.start) for s in places)
    if shared < HALF * len(phrase):
        return False
    if shown.kind in (FactKind.WHO, FactKind.WHERE):
        words = {word.lower() for word in WORD.findall(phrase.of(found.article.text)) if len(word) > 2}
        return bool(words & {word.lower() for word in WORD.findall(line.label)})
    if shown.kind is FactKind.EVENT and any(event.id in shown.refs for event in found.events):
        around = Span(max(0, phrase.start - NEAR), phrase.end + NEAR)
        return any(event.id in shown.refs and event.trigger.overlaps(around) for event in found.events)
    return True


def _with_source(found: Analysis, line: Line) -> Span:
    """Return the phrase of a line; of one on who says so with who it is and the cue, which its label tells."""
    span = line.fact.span
    for claim in found.claims:
        if claim.id in line.fact.refs and claim.cue is not None and claim.source is not None:
            whole = with_source(span, claim)
            return whole if len(whole) <= LONGEST_EVIDENCE else span
    return span


def main() -> None:
    """Print the score of the lists named on the command line."""
    names = [word for word in sys.argv[1:] if not word.startswith("-")] or ["development", "final", "fresh"]
    for name in names:
        held = listed = lines = 0
        for score in scores(name):
            held += len(score.held)
            listed += len(score.held) + len(score.missed)
            lines += len(score.lines)
            if "--lines" in sys.argv:
                print(f"\n== {score.article}", *score.lines, f"missed: {', '.join(score.missed) or '-'}", sep="\n")
        print(f"{name}: {held} of {listed} held ({100 * held / listed:.0f} %), {lines} lines")


if __name__ == "__main__":
    main()
