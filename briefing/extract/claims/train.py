"""The training of the attribution's weights: `python -m briefing.extract.claims.train claims.dev.jsonl`.

Reads annotated articles, one JSON object a line (`text`, `gold.claims` with `cue`, `source` and `content`, each a
list of ranges), and writes weights of features, no text. The same file gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from briefing.extract.attribution import contents, naming, speaking
from briefing.extract.attribution.assembling import (
    ACCEPTED,
    Scene,
    attributed_density,
    drafts,
    first_look,
    second_look,
)
from briefing.extract.attribution.cues import candidates, cue_features, gate_features, surroundings
from briefing.extract.attribution.passage import Range
from briefing.extract.attribution.phrases import Phrase
from briefing.extract.attribution.weighing import Around, sources_named, weighing_features
from briefing.extract.attribution.weights import FILE, heads_of, written
from briefing.extract.claims.grouping import groups
from briefing.extract.claims.learning import binary_weights, ranking_weights
from briefing.extract.claims.lessons import Known, Lesson, lessons_of
from briefing.extract.linear import SCALE
from briefing.model import Span

Learnt = dict[str, dict[str, int]]
FOLDS: Final = 6
WIDE_GATE: Final = -350
WIDE_LEAST: Final = -220
"""More doubtful words than are looked at afterwards: to learn from them is worth half a point of F1."""
HEAD_RATE: Final = 0.01
"""How often a word must be the head of a cue to be looked at everywhere: "of" hardly ever is."""
PRUNED: Final = 0.005
"""A weight below this is left out: it is none in hundredths."""
PRUNED_RANKING: Final = 0.1
"""The same for weights of rankings, which are larger: half of them, and no decision that can be measured."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights learnt from the articles of a file whose id begins with --only."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", default="train/", help="learn from the articles whose id begins so")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "attribution" / FILE)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="more texts (`text`) to group words by")
    options = parser.parse_args(arguments)
    grouped = groups(_texts([options.data], only=options.only) + _texts(options.texts))
    lessons = lessons_of(options.data, grouped, only=options.only)
    weights = {"groups": grouped, **learnt_from(lessons)}
    text = written(weights)
    options.out.write_text(text, encoding="utf-8")
    sizes = ", ".join(f"{name} {len(listed)}" for name, listed in weights.items())
    print(f"{len(lessons)} articles; features: {sizes}; {len(text)} characters", file=sys.stderr)
    return 0


def _texts(paths: Sequence[Path], *, only: str = "") -> list[str]:
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line]
    return list(dict.fromkeys(str(row["text"]) for row in rows if row["id"].startswith(only)))


def learnt_from(lessons: Sequence[Lesson]) -> Learnt:
    """Return the weights of every step; a later one learns from what the earlier ones say of articles unseen."""
    gate = _gate(lessons)
    cue = _cue(lessons, gate)
    folds = [lessons[number::FOLDS] for number in range(FOLDS)]
    looks: dict[int, list[dict[int, int]]] = {}
    for number, fold in enumerate(folds):
        others = [lesson for at, other in enumerate(folds) if at != number for lesson in other]
        unseen = {"gate": gate, "heads": heads_of(gate), "cue": _cue(others, gate)}
        for lesson in fold:
            one = lesson.passage
            looks[id(lesson)] = [first_look(one, around, unseen, gate=WIDE_GATE) for around in surroundings(one)]
    told = [(lesson, looks[id(lesson)]) for lesson in lessons]
    weights = {"gate": gate, "cue": cue, **_parts(told)}
    weights["weigh"] = _weigh(told, weights)
    return {**weights, "speaker": _speaker(told, weights)}


def _speaker(told: Sequence[tuple[Lesson, list[dict[int, int]]]], weights: Learnt) -> dict[str, int]:
    """Return weights for whose words a quotation holds, from the contents that the quotations stand in."""
    examples: list[tuple[list[list[str]], int]] = []
    for lesson, looks in told:
        one = lesson.passage
        said = second_look(one, looks, weights)
        before: Span | None = None
        for number, quotation in enumerate(one.quoted):
            inside = {at for at, where in enumerate(one.within) if where == number + 1}
            sources = [known.source for known in lesson.known if len(inside & {*known.content}) * 2 >= len(inside)]
            gold = [Span(one.words.starts[at], one.words.ends[at]) for source in sources for at in source]
            options = speaking.choices(one.text, one.quoted, number, said, before)
            fitting = [
                (min(abs(a.cue.start - quotation.outer.end), abs(quotation.outer.start - a.cue.end)), at)
                for at, (a, _) in enumerate(options)
                if a is not None and a.source is not None and any(a.source.overlaps(word) for word in gold)
            ]
            chosen = min(fitting)[1] if fitting else len(options) - 1
            if fitting or not gold:
                examples.append(([features for _, features in options], chosen))
            option = options[chosen][0]
            before = option.source if option else None
    return _whole(ranking_weights(examples), pruned=PRUNED_RANKING)


def _weigh(told: Sequence[tuple[Lesson, list[dict[int, int]]]], weights: Learnt) -> dict[str, int]:
    examples: list[tuple[list[str], bool]] = []
    for lesson, looks in told:
        one, heads = lesson.passage, lesson.heads
        density = attributed_density(one, looks)
        drafted = [
            drafts(one, sentence, odds, weights, least=WIDE_LEAST)
            for sentence, odds in zip(one.sentences, looks, strict=True)
        ]
        named = sources_named(drafted, looks)
        for number, (listed, odds) in enumerate(zip(drafted, looks, strict=True)):
            article = Around(density, named, number)
            examples += [(weighing_features(one, draft, listed, odds, article), draft.at in heads) for draft in listed]
    return _whole(binary_weights(examples, lasso=1.0, ridge=8.0, least=3), pruned=PRUNED)


def _gate(lessons: Sequence[Lesson]) -> dict[str, int]:
    counts = Counter(lesson.passage.words.lower[at] for lesson in lessons for at in lesson.heads)
    everywhere = Counter(word for lesson in lessons for word in lesson.passage.words.lower)
    seen = {"w=" + word for word, count in counts.items() if count >= HEAD_RATE * everywhere[word]}
    examples: list[tuple[list[str], bool]] = []
    for lesson in lessons:
        heads, one = lesson.heads, lesson.passage
        for around in surroundings(one):
            examples += [
                (gate_features(one, at, around), at in heads)
                for at in range(*around.sentence)
                if one.families[at] or "w=" + one.words.lower[at] in seen
            ]
    weights = binary_weights(examples, lasso=1.0, ridge=1.0, least=2)
    return dict.fromkeys(sorted(seen), 0) | _whole(weights, pruned=PRUNED)


def _cue(lessons: Sequence[Lesson], gate: dict[str, int]) -> dict[str, int]:
    examples: list[tuple[list[str], bool]] = []
    weights = {"gate": gate, "heads": heads_of(gate)}
    for lesson in lessons:
        heads = lesson.heads
        for around in surroundings(lesson.passage):
            examples += [
                (cue_features(lesson.passage, at, around), at in heads)
                for at in candidates(lesson.passage, around, weights, least=WIDE_GATE)
            ]
    return _whole(binary_weights(examples, lasso=1.0, ridge=8.0, least=2), pruned=PRUNED)


def _parts(told: Sequence[tuple[Lesson, list[dict[int, int]]]]) -> Learnt:
    sources: list[tuple[list[list[str]], int]] = []
    left: list[tuple[list[str], bool]] = []
    right: list[tuple[list[str], bool]] = []
    ends: list[tuple[list[list[str]], int]] = []
    for lesson, looks in told:
        one = lesson.passage
        for sentence, odds in zip(one.sentences, looks, strict=True):
            cues = [at for at, sure in odds.items() if sure > ACCEPTED]
            for known in sorted(lesson.known, key=lambda known: known.head):
                if not sentence[0] <= known.head < sentence[1]:
                    continue
                scene = Scene(one, sentence, sorted({*cues, known.head}))
                options = naming.choices(
                    one, known.head, sentence=sentence, listed=scene.phrases, letters=scene.letters
                )
                chosen = _source_choice(options, known.source)
                if chosen is not None:
                    sources.append(([features for _, features in options], chosen))
                source = _source_words(known.source, sentence)
                if not known.content:
                    continue
                features = contents.side_features(one, known.head, source, sentence)
                left.append((features, any(sentence[0] <= at < known.head for at in known.content)))
                right.append((features, any(known.head < at < sentence[1] for at in known.content)))
                if right[-1][1]:
                    ends.append(_end(scene, known))
    return {
        "source": _whole(ranking_weights(sources), pruned=PRUNED_RANKING),
        "left": _whole(binary_weights(left, lasso=0.3, ridge=0.5, least=2), pruned=PRUNED),
        "right": _whole(binary_weights(right, lasso=0.3, ridge=0.5, least=2), pruned=PRUNED),
        "end": _whole(ranking_weights(ends), pruned=PRUNED_RANKING),
    }


def _source_choice(options: Sequence[tuple[Phrase | None, list[str]]], source: tuple[int, ...]) -> int | None:
    if not source:
        return len(options) - 1
    fitting = [
        (phrase.words, number)
        for number, (phrase, _) in enumerate(options)
        if phrase is not None and any(at in source for at in range(*phrase.words))
    ]
    return min(fitting)[1] if fitting else None


def _source_words(source: tuple[int, ...], sentence: Range) -> Range | None:
    inside = [at for at in source if sentence[0] <= at < sentence[1]]
    return (inside[0], inside[-1] + 1) if inside else None


def _end(scene: Scene, known: Known) -> tuple[list[list[str]], int]:
    right = [at for at in known.content if known.head < at < scene.sentence[1]]
    start = end = right[0]
    while end in right:
        end += 1
    options = contents.ends(
        scene.passage, known.head, start=start, sentence=scene.sentence, cues=scene.cues, letters=scene.letters
    )
    best = min(range(len(options)), key=lambda number: abs(options[number][0] - end))
    return [features for _, features in options], best


def _whole(weights: Iterable[tuple[str, float]], *, pruned: float) -> dict[str, int]:
    return {name: round(weight * SCALE) for name, weight in weights if abs(weight) >= pruned}


if __name__ == "__main__":
    sys.exit(main())
