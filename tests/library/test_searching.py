"""Searching: what the index finds is what reading every article finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library import Listing, articles
from briefing.library.catalogue import FILE
from briefing.library.searching import Index
from briefing.model import Article, Mark, MarkKind, new_mark
from briefing.reading.hits import Known, places
from briefing.reading.query import parsed
from briefing.reading.table import Table
from tests.reading.test_marking import NOW

TODAY = date(2024, 3, 5)
TEXTS = {
    "a.txt": "title: Missiles hit air base\nsource: AP\n date 2024-01-20 Missiles hit the Al-Asad air base in Iraq.",
    "b.txt": "title: Harbour closed\nsource: Reuters\n date 2024-02-01 The harbour of Ansel has no air. The base pay rose.",
    "c.txt": " date 2024-02-10 One fell in Iran.\n|||||\n date 2024-02-11 A café fell in Iraq.",
    "d.txt": "No day at all: the harbour of Iran.",
    "e.txt": "",
}


class Library:
    """A small library that was looked through once."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        self.listing = Listing([str(folder)], cache)
        *_, last = self.listing.looked_through()
        self.table: Table = last.table
        self.index = Index(cache, self.listing.article)
        self.known = Known()

    def found(self, text: str) -> list[str]:
        """Return the titles of what is found."""
        numbers = self.index.hits(parsed(text, today=TODAY), self.table, self.known)
        return [self.table.row(number).title for number in numbers]

    def close(self) -> None:
        self.index.close()
        self.listing.close()


def changed(file: Path, change: str) -> None:
    with sqlite3.connect(file) as database:
        database.execute(change)
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("iraq", ["A café fell in Iraq", "Missiles hit air base"]),
        ('"air base"', ["Missiles hit air base"]),
        ("air base", ["Harbour closed", "Missiles hit air base"]),
        ("air base -missiles", ["Harbour closed"]),
        ("ira*", ["A café fell in Iraq", "One fell in Iran", "Missiles hit air base", "No day at all: the harbour of Iran"]),
        ("ira* sort:oldest", ["Missiles hit air base", "One fell in Iran", "A café fell in Iraq", "No day at all: the harbour of Iran"]),
        ("-ira*", ["Harbour closed"]),
        ("title:harbour", ["Harbour closed", "No day at all: the harbour of Iran"]),
        ("source:reut", ["Harbour closed"]),
        ("reuters", ["Harbour closed"]),
        ("date:2024-02", ["A café fell in Iraq", "One fell in Iran", "Harbour closed"]),
        ("-date:2024-02 harbour", ["No day at all: the harbour of Iran"]),
        ("entity:Ansel", ["Harbour closed"]),
        ("al-asad", ["Missiles hit air base"]),
        ("is:read", []),
        ("has:note", []),
        ("nothing", []),
        ("", []),
        ("sorce:ap", []),
    ],
)  # fmt: skip
def test_a_search_finds(folder: Path, tmp_path: Path, text: str, titles: list[str], is_kept: bool) -> None:
    library = Library(folder, tmp_path / "cache" if is_kept else None)
    found = library.found(text)
    library.close()

    assert found == titles


def test_what_the_user_did_is_found(folder: Path, tmp_path: Path) -> None:
    library = Library(folder, tmp_path / "cache")
    first, other = (library.table.row(number).id for number in library.table.newest[:2])
    (article,) = (one for one in articles([folder]) if isinstance(one, Article) and one.id == first)
    note: Mark = new_mark(article, MarkKind.NOTE, now=NOW, note="Ask the ministry", tags=("iraq",))
    library.known = Known(frozenset({other}), {first: (note,)})
    titles = {
        text: library.found(text)
        for text in ("has:note", "note:ministry", "ministry", "tag:iraq", "is:read", "-is:read has:tag")
    }
    library.close()

    noted = ["A café fell in Iraq"]
    assert titles == {
        "has:note": noted, "note:ministry": noted, "ministry": noted, "tag:iraq": noted, "is:read": ["One fell in Iran"],
        "-is:read has:tag": noted,
    }  # fmt: skip


def test_the_best_has_the_words_most_often(folder: Path, tmp_path: Path) -> None:
    (folder / "f.txt").write_text(" date 2020-01-01 Iran, Iran and Iran.", encoding="utf-8")
    library = Library(folder, tmp_path / "cache")
    found = library.found("iran sort:best")
    library.close()

    assert found[0] == "Iran, Iran and Iran"


def test_what_was_changed_or_deleted_is_not_found_by_its_old_words(folder: Path, tmp_path: Path) -> None:
    library = Library(folder, tmp_path / "cache")
    (folder / "a.txt").write_text("Other words.", encoding="utf-8")
    (folder / "c.txt").unlink()
    *_, last = library.listing.looked_through()
    library.table = last.table
    found = {text: library.found(text) for text in ("missiles", "iraq", "other")}
    library.close()

    assert found == {"missiles": [], "iraq": [], "other": ["Other words"]}


def test_where_the_catalogue_is_no_database_the_articles_are_read(folder: Path, tmp_path: Path) -> None:
    library = Library(folder, tmp_path / "cache")
    library.listing.close()
    (tmp_path / "cache" / FILE).write_bytes(b"no database" * 1000)

    assert library.found("iraq") == ["A café fell in Iraq", "Missiles hit air base"]
    assert library.index.names("an") == ()
    library.close()


WORDS = st.sampled_from(["iran", "harbour", "fell", "air", "base", "ira*", '"air base"', "café", "cafe", "the", "day"])
QUERIES = st.lists(st.tuples(st.sampled_from(["", "-"]), WORDS), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_the_index_finds_what_reading_finds(
    tmp_path_factory: pytest.TempPathFactory, terms: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.getbasetemp() / "shared library"
    if not root.exists():
        (root / "articles").mkdir(parents=True)
        for name, text in TEXTS.items():
            (root / "articles" / name).write_text(text, encoding="utf-8")
    text = " ".join(sign + word for sign, word in terms)
    indexed, read = Library(root / "articles", root / "cache"), Library(root / "articles", None)
    found = indexed.found(text), read.found(text)
    indexed.close()
    read.close()

    assert found[0] == found[1]


def test_where_the_catalogue_cannot_be_asked_the_articles_are_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache" / FILE).mkdir(parents=True)
    library = Library(folder, tmp_path / "cache")
    found = library.found("iraq")
    library.close()

    assert found == ["A café fell in Iraq", "Missiles hit air base"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(file.read_bytes().replace(b"create virtual", b"create v\xb4\xff\xb4al")),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + bytes(len(file.read_bytes()) - 4096)),
        lambda file: changed(file, "update articles set file = 'none' where id = (select max(id) from articles)"),
        lambda file: changed(file, "update articles set id = 1 << 60 where id = (select max(id) from articles)"),
    ],
)
def test_over_a_damaged_catalogue_the_articles_are_read(
    folder: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    Library(folder, tmp_path / "cache").close()
    library = Library(folder, tmp_path / "cache")
    damage(tmp_path / "cache" / FILE)
    found = library.found("iraq")
    library.close()

    assert found == ["A café fell in Iraq", "Missiles hit air base"]
    again = Library(folder, tmp_path / "cache")
    assert again.found("iraq") == found
    again.close()


def test_places_are_those_of_the_words(folder: Path) -> None:
    (article,) = (one for one in articles([folder / "a.txt"]) if isinstance(one, Article))
    spans = places(article, parsed('"air base" iraq -drone', today=TODAY), most=5)

    assert [span.of(article.text) for span in spans] == ["air base", "air base", "Iraq"]


def test_places_are_found_without_the_accents_that_the_index_leaves_out() -> None:
    article = Article("a", "a.txt", "", "The café, cafe\u0301 and CAFÉ of Bogotá.")
    spans = places(article, parsed("cafe bogota", today=TODAY), most=5)

    assert [span.of(article.text) for span in spans] == ["café", "cafe", "CAFÉ", "Bogotá"]


def test_a_search_is_ended_from_another_thread(folder: Path, tmp_path: Path) -> None:
    library = Library(folder, tmp_path / "cache")
    library.index.interrupt()
    library.found("iraq")
    library.index.interrupt()

    assert library.found("iraq")
    library.close()


def test_what_another_session_adds_meanwhile_does_not_break_a_search(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(folder, tmp_path / "cache")
    connect = sqlite3.connect

    class Shared(sqlite3.Connection):
        """A connection beside which another session adds an article before each question."""

        def execute(self, *question: object) -> sqlite3.Cursor:
            (folder / f"added-{len(list(folder.iterdir()))}.txt").write_text("Iraq, again.", encoding="utf-8")
            other = Listing([str(folder)], tmp_path / "cache")
            list(other.looked_through())
            other.close()
            return super().execute(*question)  # type: ignore[arg-type]

    def connected(*arguments: object, **options: object) -> sqlite3.Connection:
        made: Callable[..., sqlite3.Connection] = connect
        return made(*arguments, **options, **({"factory": Shared} if str(arguments[0]).endswith("mode=ro") else {}))

    monkeypatch.setattr(sqlite3, "connect", connected)
    found = library.found("iraq")
    library.close()

    assert found == ["A café fell in Iraq", "Missiles hit air base"]
