"""What the tests of quotes and claims share: an article of bare text, the examples of the corpus, findings as words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from briefing.extract import claims, quotes
from briefing.model import Analysis, Article, Entity, Source
from briefing.text import sentences

CORPUS: Final = Path(__file__).parents[1] / "corpus"


def examples(kind: str) -> list[tuple[str, str, list[list[str]]]]:
    """Return why, text and what is to be found for each example of `tests/corpus/<kind>.toml`."""
    listed = tomllib.loads((CORPUS / f"{kind}.toml").read_text(encoding="utf-8"))["case"]
    return [(case["why"], case["text"], case[kind]) for case in listed]


def analysed(text: str, *entities: Entity) -> Analysis:
    """Return the quotes and claims of a text in which `entities` were found before."""
    return claims.recognise(quotes.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text), entities)))


def words(text: str, source: Source | None) -> str:
    """Return the words that name a source, nothing where there is none."""
    return source.span.of(text) if source else ""
