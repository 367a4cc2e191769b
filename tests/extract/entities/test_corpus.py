"""The examples of tests/corpus/entities.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import pytest

from briefing.extract import entities
from briefing.model import Analysis, Article, EntityType, MentionForm

EXAMPLES: Final = tomllib.loads((Path(__file__).parents[2] / "corpus" / "entities.toml").read_text("utf-8"))["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["why"] for example in EXAMPLES])
def test_an_example_of_the_corpus_holds(example: dict[str, list[str]]) -> None:
    text = "".join(example["text"])

    found = entities.recognise(Analysis(Article(id="a", path="a.txt", title="", text=text))).entities

    names = {
        (str(entity.type), mention.span.of(text))
        for entity in found
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    }
    wanted = {(str(kind), name) for kind in EntityType for name in example.get(kind, [])}
    assert wanted - names == set()
    assert {name for _, name in names} & set(example.get("not", [])) == set()
