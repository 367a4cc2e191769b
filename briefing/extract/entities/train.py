"""The program that makes the model: `python -m briefing.extract.entities.train`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from briefing.extract.entities.document import is_people
from briefing.extract.entities.evidence import gathered
from briefing.extract.entities.features import is_heading, listed, stretches, traits
from briefing.extract.entities.labelled import Labelled, open_sets, own_texts
from briefing.extract.entities.tagger import MODEL
from briefing.extract.entities.tokens import Sentence, tokenised

OPEN_SETS: Final = Path(__file__).parents[3] / ".." / "shared" / "eval" / "data" / "entities_train.jsonl"
OWN: Final = "own"

_CLASSES: Final = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE", "NORP": "NORP",
}  # fmt: skip


def coarse(marked: str, words: tuple[str, ...]) -> str:
    """Return the tagger's class for a labelled name: a people is NORP whatever its source calls it."""
    if marked in {"PLACE", "MISC", "NORP"} and is_people(words):
        return "NORP"
    return _CLASSES.get(marked, "MISC")


def labels_of(document: Labelled, sentences: list[Sentence]) -> list[list[str] | None]:
    """Return begin-inside labels by sentence; None for a word where a name's edge falls inside of one."""
    result: list[list[str] | None] = []
    names = sorted(document.names, key=lambda name: name.start)
    at = 0
    for sentence in sentences:
        labels = ["O"] * len(sentence.words)
        while at < len(names) and names[at].end <= sentence.starts[0]:
            at += 1
        index = at
        while index < len(names) and names[index].start < sentence.ends[-1]:
            name = names[index]
            inside = [i for i in range(len(labels)) if sentence.starts[i] < name.end and sentence.ends[i] > name.start]
            while len(inside) > 1 and sentence.words[inside[0]] in {"the", "The", '"', "“"}:
                inside = inside[1:]
            while len(inside) > 1 and sentence.words[inside[-1]] in {"'s", "’s", '"', "”", ","}:
                inside = inside[:-1]
            if inside:
                label = coarse(name.type, sentence.words[inside[0] : inside[-1] + 1])
                for i in inside:
                    labels[i] = ("B-" if i == inside[0] else "I-") + label
            index += 1
        result.append(labels)
    return result


Sequence = tuple[list[list[str]], list[str]]


def sequences(documents: Iterable[Labelled]) -> Iterator[Sequence]:
    """Return the stretches of all documents: the traits of each word and its label."""
    for document in documents:
        sentences = tokenised(document.text)
        words_of = [sentence.words for sentence in sentences]
        headings = [is_heading(words) for words in words_of]
        evidence = gathered(words_of, headings)
        own = OWN if len(document.types) == 10 else document.source
        for sentence, labels, heading in zip(sentences, labels_of(document, sentences), headings, strict=True):
            words = sentence.words
            parts = stretches(words)
            kinds = listed(words) if parts else []
            for start, end in parts:
                if labels is None or not whole(labels, start, end):
                    continue
                yield (
                    traits(words, start, end, kinds, evidence, heading=heading, source=own),
                    labels[start:end],
                )


def whole(labels: list[str], start: int, end: int) -> bool:
    """Return whether no name is cut by `start` or `end`."""
    return not labels[start].startswith("I-") and (end == len(labels) or not labels[end].startswith("I-"))


def trained(examples: Iterable[Sequence], target: Path, *, rounds: int = 12, least: int = 3) -> None:
    """Train on `examples` and write the model to `target`: averaged perceptron, traits seen `least` times."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="averaged-perceptron", verbose=False)
    trainer.set_params({"max_iterations": rounds, "feature.minfreq": least})
    for items, labels in examples:
        trainer.append(pycrfsuite.ItemSequence(items), labels)
    trainer.train(str(target))


def main() -> None:
    """Train on the open sets and the project's own texts and write the model beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open-sets", type=Path, default=OPEN_SETS)
    parser.add_argument("--target", type=Path, default=Path(__file__).parent / MODEL)
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    documents = [*open_sets(options.open_sets), *own_texts()]
    trained(sequences(documents), options.target, rounds=options.rounds)


if __name__ == "__main__":
    main()
