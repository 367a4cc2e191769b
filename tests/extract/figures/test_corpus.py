from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.extract import figures
from briefing.model import Analysis, Article, Figure

CORPUS = Path(__file__).parents[2] / "corpus" / "figures.toml"
Wanted = dict[str, str | bool]


def examples() -> Iterator[tuple[str, list[Wanted]]]:
    with CORPUS.open("rb") as file:
        corpus = tomllib.load(file)
    for example in corpus["example"]:
        yield example["text"], example["figures"]
    for reason in corpus["nothing"]:
        for text in reason["texts"]:
            yield text, []


def figures_in(text: str) -> tuple[Figure, ...]:
    return figures.recognise(Analysis(Article("a", "a.txt", "", text))).figures


def told(text: str, figure: Figure, words_by_id: dict[str, str]) -> Wanted:
    """Return a figure in the notation of the corpus."""
    return {
        "words": figure.span.of(text),
        "value": plain(figure.value),
        "high": plain(figure.high),
        "comparison": figure.comparison.value,
        "unit": figure.unit or "",
        "counted": figure.counted.of(text) if figure.counted is not None else "",
        "role": figure.role.value,
        "change": figure.change or "",
        "change_by": bool(figure.change_by),
        "part_of": words_by_id.get(figure.part_of or "", ""),
    }


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


@pytest.mark.parametrize(("text", "wanted"), list(examples()))
def test_a_phrase_holds_the_figures_that_a_reader_sees(text: str, wanted: list[Wanted]) -> None:
    found = figures_in(text)

    words_by_id = {figure.id: figure.span.of(text) for figure in found}
    answers = [told(text, figure, words_by_id) for figure in found]
    assert len(answers) == len(wanted), answers
    for answer, want in zip(answers, wanted, strict=True):
        assert {key: answer[key] for key in want} == want
