"""What the models learn from: labelled texts as sequences of traits and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.extract.entities import kinds, whole
from briefing.extract.entities.classes import NO_NAME
from briefing.extract.entities.drawing import is_people
from briefing.extract.entities.features import Trait, listed, traits
from briefing.extract.entities.headings import passage
from briefing.extract.entities.labelled import TYPES, Labelled
from briefing.extract.entities.stretches import stretches
from briefing.extract.entities.tagger import Found, chunks
from briefing.extract.entities.tokens import Sentence, tokenised

OWN: Final = "own"

_CLASSES: Final = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE", "NORP": "NORP",
}  # fmt: skip


def coarse(marked: str, words: tuple[str, ...]) -> str:
    """Return the tagger's class for a labelled name: a people is NORP whatever its source calls it."""
    if marked in {"PLACE", "MISC", "NORP"} and is_people(words):
        return "NORP"
    return _CLASSES.get(marked, "MISC")


def labels_of(document: Labelled, sentences: Iterable[Sentence]) -> list[list[str] | None]:
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


Example = tuple[Sequence[Sequence[Trait]], list[str]]
"""A sequence: the traits of each word, and the label of each."""


def sequences(documents: Iterable[Labelled]) -> Iterator[Example]:
    """Return the stretches of all documents: the traits of each word and its label."""
    for document in documents:
        read = passage(tokenised(document.text))
        source = _source(document)
        for sentence, labels, heading in zip(
            read.sentences, labels_of(document, read.sentences), read.headings, strict=True
        ):
            words = sentence.words
            parts = stretches(sentence)
            kinds = listed(words, parts)
            for start, end, _ in parts:
                if labels is None or not is_uncut(labels, start, end):
                    continue
                yield (
                    traits(words, start, end, kinds, read.evidence, heading=heading, source=source),
                    labels[start:end],
                )


def class_examples(document: Labelled, found: Sequence[Sequence[Found]]) -> Iterator[Example]:
    """Return each name that the tagger `found` in `document` alone: its traits and its class, or that it is no name.

    Names that were drawn wrongly are left out: no class is right for them.
    """
    read = passage(tokenised(document.text))
    gathered = whole.Gathered(read.sentences, found)
    for number, (inside, labels) in enumerate(zip(found, labels_of(document, read.sentences), strict=True)):
        drawn = {(start, end): label for start, end, label in chunks(labels or ())}
        for name in inside:
            label = drawn.get((name.start, name.end))
            if label is None and labels and set(labels[name.start : name.end]) == {"O"}:
                label = NO_NAME
            if label:
                yield [whole.traits(gathered, number, name, source=_source(document))], [label]


def _source(document: Labelled) -> str:
    return OWN if document.types == TYPES else document.source


def kind_examples(documents: Iterable[Labelled]) -> Iterator[Example]:
    """Return each name of a fine type, alone: its traits and its type."""
    wanted = {told.value for told in (*kinds.PLACES, *kinds.THINGS)}
    for document in documents:
        sentences = tokenised(document.text)
        at = 0
        for name in sorted(document.names, key=lambda name: name.start):
            while at < len(sentences) and sentences[at].ends[-1] <= name.start:
                at += 1
            if at == len(sentences) or name.type not in wanted:
                continue
            sentence = sentences[at]
            inside = [
                i for i in range(len(sentence.words)) if sentence.starts[i] < name.end and sentence.ends[i] > name.start
            ]
            if inside and not is_people(sentence.words[inside[0] : inside[-1] + 1]):
                yield [kinds.traits(sentence.words, inside[0], inside[-1] + 1)], [name.type]


def is_uncut(labels: list[str], start: int, end: int) -> bool:
    """Return whether no name is cut by `start` or `end`."""
    return not labels[start].startswith("I-") and (end == len(labels) or not labels[end].startswith("I-"))
