"""The training program, on a small slice."""

from __future__ import annotations

from pathlib import Path

import pycrfsuite

from briefing.extract.entities.document import revised
from briefing.extract.entities.examples import kind_examples
from briefing.extract.entities.headings import passage
from briefing.extract.entities.labelled import Labelled, own_texts
from briefing.extract.entities.tagger import tagged
from briefing.extract.entities.tokens import tokenised
from briefing.extract.entities.train import train_kinds, train_names

SLICE = 60
"""Documents of the own texts that are learned from; as many others are asked."""


def people_found(documents: list[Labelled], model: Path) -> tuple[int, int]:
    """Return how many of the people that are labelled in `documents` the model finds, and how many there are."""
    decoder = pycrfsuite.Tagger()
    decoder.open(str(model))
    right = total = 0
    for document in documents:
        sentences = tokenised(document.text)
        names = revised(sentences, tagged(passage(sentences), decoder))
        found = {
            (sentence.starts[name.start], sentence.ends[name.end - 1])
            for sentence, inside in zip(sentences, names, strict=True)
            for name in inside
            if name.label == "PERSON"
        }
        wanted = {(name.start, name.end) for name in document.names if name.type == "PERSON"}
        right += len(found & wanted)
        total += len(wanted)
    return right, total


def test_the_program_learns_names_from_a_slice_of_the_own_texts(tmp_path: Path) -> None:
    documents = list(own_texts())
    learned, asked = documents[0 : 2 * SLICE : 2], documents[1 : 2 * SLICE : 2]

    train_names(learned, tmp_path / "names", seeds=(1,))

    right, total = people_found(asked, tmp_path / "names")
    assert right > 0.5 * total


def test_the_same_examples_make_the_same_model(tmp_path: Path) -> None:
    examples = list(kind_examples(list(own_texts())[:SLICE]))

    train_kinds(examples, tmp_path / "one")
    train_kinds(examples, tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
