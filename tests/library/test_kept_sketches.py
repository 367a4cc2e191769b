"""Sketches that are kept: the same as those that are made, and made anew where what is kept is none."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.library import articles
from briefing.library.kept_analyses import Analyses
from briefing.library.kept_sketches import KIND, sketches
from briefing.model import Article
from briefing.resources import seeds
from briefing.stories.sketches import read_back, sketch

FOUND = [one for one in articles([seeds()]) if isinstance(one, Article)]


@given(st.text())
def test_a_sketch_comes_back_as_it_was(text: str) -> None:
    assert read_back(sketch(text).written()) == sketch(text)


@given(st.binary())
def test_bytes_of_anything_else_are_no_sketch_or_a_whole_one(data: bytes) -> None:
    found = read_back(data)

    assert found is None or (found.written() == data and len(found.counts) == len(found.marks))


def test_sketches_from_the_cache_are_those_of_the_texts(tmp_path: Path) -> None:
    first = sketches(FOUND, Analyses(tmp_path))
    again = sketches(FOUND, Analyses(tmp_path))

    assert first == again == {one.id: sketch(one.text) for one in FOUND}


def test_what_is_kept_and_is_no_sketch_is_made_anew(tmp_path: Path) -> None:
    kept = Analyses(tmp_path)
    kept.sketch(FOUND[0], KIND, lambda _: b"\xff")

    assert sketches(FOUND[:1], kept) == {FOUND[0].id: sketch(FOUND[0].text)}
