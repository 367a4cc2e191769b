"""Analyses that are kept: what comes back is what was made, and what does not fit is made anew."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import pipeline
from briefing.library import articles
from briefing.library import kept_analyses as module
from briefing.library.kept_analyses import FILE, Analyses, analyses, recognisers_version
from briefing.library.written import UnfitError, read_back, written
from briefing.model import NO_NAMES, Analysis, Article, Link, Look, Names, Span, Unreadable, findings
from briefing.pipeline import analyse
from briefing.resources import seeds
from tests.reading.samples import HARBOUR, analysis_of_harbour

SPANS = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda ends: Span(ends[0], ends[0] + ends[1]))
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
for kind in (Article, Link, Look, *vars(findings).values()):
    if isinstance(kind, type) and is_dataclass(kind):
        # What a value is made of is seen from outside only when one has been made, or refused.
        with suppress(TypeError):
            kind()


@given(st.data())
def test_any_analysis_comes_back_as_it_was(data: st.DataObject) -> None:
    analysis = data.draw(st.from_type(Analysis).map(lambda found: replace(found, article=HARBOUR)))

    assert read_back(written(analysis), HARBOUR) == analysis


def test_the_analyses_of_the_samples_come_back_as_they_were() -> None:
    for article in articles([seeds()]):
        assert isinstance(article, Article)
        made = analyse(article)
        assert read_back(written(made), article) == made


@given(st.binary(max_size=200))
def test_bytes_of_anything_else_do_not_fit(data: bytes) -> None:
    with pytest.raises(UnfitError):
        read_back(data, HARBOUR)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda part: st.lists(part, max_size=9), max_leaves=40
)


@given(st.lists(JSON, min_size=9, max_size=9))
def test_other_json_does_not_fit_or_is_an_analysis(told: list[object]) -> None:
    try:
        found = read_back(zlib.compress(json.dumps(told).encode()), HARBOUR)
    except UnfitError:
        return
    assert read_back(written(found), HARBOUR) == found


class Counting:
    """The pipeline, and how often it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self._analyse = pipeline.analyse
        monkeypatch.setattr(pipeline, "analyse", self)

    def __call__(self, article: Article, *, own: Names = NO_NAMES) -> Analysis:
        self.asked += 1
        return self._analyse(article, own=own)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(monkeypatch)


def once(cache: Path, article: Article = HARBOUR, own: Names = NO_NAMES) -> Analysis:
    kept = Analyses(cache, own=own)
    found = kept.of(article)
    kept.close()
    return found


def test_an_article_is_analysed_once_wherever_it_lies(tmp_path: Path, counting: Counting) -> None:
    first = once(tmp_path)
    moved = replace(HARBOUR, path="elsewhere.txt", id="other")
    again = once(tmp_path, moved)

    assert counting.asked == 1
    assert again == replace(first, article=moved)


def test_another_text_or_day_or_name_or_version_is_another_analysis(
    tmp_path: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(tmp_path)
    once(tmp_path, replace(HARBOUR, text=HARBOUR.text + " More."))
    once(tmp_path, replace(HARBOUR, published=date(2024, 1, 17)))
    once(tmp_path, own=Names(none=(("Ansel", None),)))
    monkeypatch.setattr(module, "recognisers_version", lambda: b"another")
    once(tmp_path)

    assert counting.asked == 5


def test_a_damaged_or_deleted_cache_is_made_anew(tmp_path: Path, counting: Counting) -> None:
    cache = tmp_path / "cache"
    made = once(cache)
    (cache / FILE).write_bytes(b"no database" * 1000)
    assert once(cache) == made
    assert once(cache) == made
    assert counting.asked == 2
    shutil.rmtree(cache)
    assert once(cache) == made
    assert counting.asked == 3


@pytest.mark.parametrize("value", ["'words'", "7", "x'b4ff'"])
def test_a_value_of_another_kind_is_made_anew(tmp_path: Path, counting: Counting, value: str) -> None:
    once(tmp_path)
    kept = Analyses(tmp_path)
    kept.sketch(HARBOUR, "kind", lambda _: b"sketch")
    kept.close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute(f"update analyses set body = {value}")  # noqa: S608 - one of those above
        database.execute(f"update sketches set body = {value}")  # noqa: S608
    database.close()
    kept = Analyses(tmp_path)
    again = once(tmp_path)
    sketched = kept.sketch(HARBOUR, "kind", lambda _: b"anew")
    kept.close()

    assert again.sentences
    assert counting.asked == 2
    assert sketched == b"anew"


def test_what_another_program_put_there_is_made_anew(tmp_path: Path, counting: Counting) -> None:
    kept = Analyses(tmp_path)
    kept.keep(kept.key(HARBOUR), b"something else")
    kept.close()

    assert once(tmp_path).sentences
    assert counting.asked == 1
    once(tmp_path)
    assert counting.asked == 1


def test_where_nothing_can_be_kept_it_is_analysed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    kept = Analyses(tmp_path / "cache")

    assert kept.of(HARBOUR).sentences
    assert kept.trouble == f"the cache can't be written, file exists: {tmp_path / 'cache'}"
    assert Analyses(None).of(HARBOUR).sentences


def test_what_cannot_be_read_comes_through(tmp_path: Path) -> None:
    broken = Unreadable("a.txt", "it holds no text")
    kept = Analyses(tmp_path)
    found = list(analyses([broken, HARBOUR], kept))
    kept.close()

    assert found[0] is broken
    assert isinstance(found[1], Analysis)


def test_a_sketch_is_made_once_for_the_same_text(tmp_path: Path) -> None:
    made: list[str] = []

    def make(article: Article) -> bytes:
        made.append(article.id)
        return article.title.encode()

    kept = Analyses(tmp_path)
    assert kept.sketch(HARBOUR, "title 1", make) == kept.sketch(replace(HARBOUR, path="b"), "title 1", make)
    assert kept.sketch(HARBOUR, "title 2", make) == HARBOUR.title.encode()
    kept.close()
    assert made == ["harbour", "harbour"]


def test_too_many_analyses_lose_those_made_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Analyses(tmp_path)
    keys = [kept.key(replace(HARBOUR, text=f"Text {number}.")) for number in range(20)]
    for key in keys:
        kept.keep(key, written(analysis_of_harbour()))
    kept.close()
    monkeypatch.setattr(module, "MOST_BYTES", 0)
    kept = Analyses(tmp_path)

    assert [kept.has(key) for key in keys] == [False] * 4 + [True] * 16
    kept.close()


def test_the_version_of_the_recognisers_is_the_same_until_they_change() -> None:
    assert recognisers_version() == recognisers_version()
    assert len(recognisers_version()) == 16
