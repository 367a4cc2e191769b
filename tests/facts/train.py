"""The training of what a line of WHO SAYS SO is worth: `python -m tests.facts.train [--folds 10]`.

Learns from `tests/corpus/key_facts/said.toml`, whose texts are those of the evaluation kit. The same lines give the same
weights. With --folds it says how well they tell in articles that they have not learnt from, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, TypedDict

from briefing.extract.linear import SCALE
from briefing.facts import Line as PanelLine
from briefing.facts import named, worth
from briefing.facts.ground import ground
from briefing.facts.statements import statement
from briefing.facts.told import told
from briefing.facts.traits import scene, traits
from briefing.model import Analysis, Claim, FactKind
from briefing.pipeline import analyse
from tests.ascent import Weights, ascended
from tests.facts.panel_score import LISTS, JudgedPanel, Listed, ListedArticle, article_of, shows

FILE: Final = "said.toml"
PANELS: Final = "lines.toml"
ROUNDS: Final = 80
STEP: Final = 0.2
RIDGE: Final = {worth.SOUND: 8.0, worth.NEEDED: 8.0}
SECOND: Final = 500
"""The numbers of the articles whose whole panels were judged begin here."""
NEXT: Final = 1000
"""The numbers of the articles whose facts were listed begin here."""
RARE: Final = 3
"""A trait of fewer lines tells nothing yet."""
NEED: Final = {"key": 1.0, "right": 0.6, "minor": 0.3, "idle": 0.0, "listed": 1.0, "unlisted": 0.4}
"""How much a line of a verdict is needed; of what a list of five facts leaves out, some is worth a line too."""
RIGHT: Final = frozenset({"key", "right", "minor", "idle", "listed"})
LISTED: Final = ("development", "final", "fresh", "tuning", "varied", "blind")
"""The lists of facts that are learnt from; `unseen.toml` is not."""


class Judged(TypedDict):
    set: str
    id: str
    lines: list[tuple[int, str, str]]


class Line(NamedTuple):
    article: int
    label: str
    traits: frozenset[str]
    verdict: str


def lines() -> Iterator[Line]:
    """Yield the lines that the program still tells as they were judged."""
    judged: list[Judged] = tomllib.loads((LISTS / FILE).read_text(encoding="utf-8"))["article"]
    for number, one in enumerate(judged):
        found = analyse(article_of(one["set"], one["id"]))
        view = scene(found, ground(found))
        by_cue = {claim.cue.start: claim for claim in told(found) if claim.cue is not None}
        for at, label, verdict in one["lines"]:
            claim = by_cue.get(at)
            if claim is not None and named.claim(found, claim) == label:
                yield Line(number, label, frozenset(traits(view, claim)), verdict)


def panel_lines() -> Iterator[Line]:
    """Yield the claims among the lines of whole panels, as far as they are told as they were judged."""
    judged: list[JudgedPanel] = tomllib.loads((LISTS / PANELS).read_text(encoding="utf-8"))["article"]
    for number, one in enumerate(judged, SECOND):
        found = analyse(article_of(one["set"], one["id"]))
        on = ground(found)
        view = scene(found, on)
        verdicts = {(start, label): verdict for start, _, _, label, verdict in one["lines"]}
        for claim in told(found):
            fact = statement(found, on, claim)
            if (verdict := verdicts.get((fact.span.start, fact.label))) is not None:
                yield Line(number, fact.label, frozenset(traits(view, claim)), verdict)


def listed_lines() -> Iterator[Line]:
    """Yield all claims of the articles whose facts were listed, each with whether it shows one of those."""
    number = NEXT
    for name in LISTED:
        articles: list[ListedArticle] = tomllib.loads((LISTS / f"{name}.toml").read_text(encoding="utf-8"))["article"]
        for one in articles:
            number += 1
            found = analyse(article_of(one["set"], one["id"]))
            view = scene(found, ground(found))
            wanted = [fact for fact in one["fact"] if {"claim", "quote"} & set(fact["kinds"])]
            for claim in told(found):
                is_listed = any(_shows(found, claim, fact) for fact in wanted)
                yield Line(number, "", frozenset(traits(view, claim)), "listed" if is_listed else "unlisted")


def _shows(found: Analysis, claim: Claim, wanted: Listed) -> bool:
    fact = statement(found, ground(found), claim)
    kind = FactKind.CLAIM if "claim" in wanted["kinds"] else FactKind.QUOTE
    return shows(found, PanelLine(fact.label, replace(fact, kind=kind)), wanted)


def learnt_from(listed: Sequence[Line], question: str) -> dict[str, float]:
    """Return weights under which the verdicts are likely, in rounds of AdaGrad with a penalty on their squares."""
    examples = [(line.traits, goal) for line in listed if (goal := _goal(line, question)) is not None]
    often = Counter(trait for found, _ in examples for trait in found)
    names = [*sorted(trait for trait, times in often.items() if times >= RARE), worth.BIAS]

    def slope(weights: Weights, slopes: Weights) -> None:
        for found, goal in examples:
            error = goal - _chance(weights, found)
            slopes[worth.BIAS] += error
            for trait in found:
                if trait in weights:
                    slopes[trait] += error

    return ascended(names, slope, free=worth.BIAS, rounds=ROUNDS, step=STEP, ridge=RIDGE[question])


def _goal(line: Line, question: str) -> float | None:
    if question == worth.SOUND:
        return None if line.verdict == "unlisted" else float(line.verdict in RIGHT)
    return NEED.get(line.verdict)


def _chance(weights: Mapping[str, float], found: frozenset[str]) -> float:
    odds = weights[worth.BIAS] + sum(filter(None, map(weights.get, found)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def measure(listed: Sequence[Line], folds: int) -> None:
    """Print how many wrong and idle lines each bar leaves out, and how many right ones with them."""
    told_apart: dict[str, list[tuple[float, Line]]] = {worth.SOUND: [], worth.NEEDED: []}
    for fold in range(folds):
        rest = [line for line in listed if line.article % folds != fold]
        for question, out in told_apart.items():
            weights = learnt_from(rest, question)
            left = [line for line in listed if line.article % folds == fold and line.article < NEXT]
            out += [(_chance(weights, line.traits), line) for line in left]
    for question, out in told_apart.items():
        print(f"{question}: bar, kept: wrong, idle, right, key")
        for bar in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
            kept = Counter(line.verdict if line.verdict in RIGHT else "wrong" for chance, line in out if chance >= bar)
            print(f"  {bar:.2f}  {kept['wrong']:4} {kept['idle']:4} {kept['right']:4} {kept['key']:4}")


def main() -> None:
    """Learn and write the weights, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    wanted = parser.parse_args()
    listed = [*lines(), *panel_lines(), *listed_lines()]
    if wanted.folds:
        measure(listed, wanted.folds)
        return
    weights = {question: learnt_from(listed, question) for question in RIDGE}
    whole = {
        question: {
            trait: kept
            for trait, weight in sorted(own.items())
            if (kept := round(SCALE * weight)) or trait == worth.BIAS
        }
        for question, own in weights.items()
    }
    place = Path(worth.__file__).parent / worth.FILE
    place.write_text(json.dumps(whole, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(listed)} lines; {sum(map(len, whole.values()))} weights")


if __name__ == "__main__":
    main()
