import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.notes import NOTE_FORMATS
from briefing.export.notes_jsonl import earlier, exported, mark_of, read_line, version_of
from briefing.export.notes_shape import NoMarkError, line_of, read_object
from briefing.model import Anchor, ArticleRef, FactRef, Mark, MarkKind
from tests.export.notes_making import MARKS

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"jsonl": "jsonl", "markdown": "md", "org": "org", "readwise": "csv", "w3c": "json"}


def text(form: str, marks: tuple[Mark, ...] = MARKS) -> str:
    return "".join(NOTE_FORMATS[form].exported(marks))


@pytest.mark.parametrize("form", sorted(NOTE_FORMATS))
def test_marks_come_out_as_they_always_did(form: str) -> None:
    assert text(form) == (GOLDEN / f"notes.{ENDINGS[form]}").read_bytes().decode()


@pytest.mark.parametrize("form", sorted(NOTE_FORMATS))
def test_no_marks_are_an_empty_export(form: str) -> None:
    lines = text(form, ()).splitlines()

    assert len(lines) <= 2


@pytest.mark.parametrize("form", sorted(set(NOTE_FORMATS) - {"jsonl"}))
def test_what_was_deleted_or_struck_stays_inside(form: str) -> None:
    assert "deleted" not in text(form)
    assert "3 tides" not in text(form)


@pytest.mark.parametrize("form", sorted(NOTE_FORMATS))
def test_nothing_steers_the_terminal_that_it_is_printed_on(form: str) -> None:
    assert not {"\x1b", "\x07", "\x9b"} & set(text(form))


def test_readwise_gets_its_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(text("readwise"))))

    assert [row["Title"] for row in rows] == ["A gull: what it saw", "A gull: what it saw", "The [tide]"]
    assert rows[1]["Note"].startswith(".to-check .sea\nCheck")
    assert rows[1]["Date"] == "2024-01-21 12:30:00"


def test_the_annotations_are_json_with_their_selectors() -> None:
    page = json.loads(text("w3c"))

    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    kinds = [[selector["type"] for selector in item["target"].get("selector", [])] for item in page["items"]]
    both = ["TextQuoteSelector", "TextPositionSelector"]
    assert kinds == [[], both, both, []]


ANY = st.text(max_size=20)
MAYBE = st.none() | ANY
ARTICLES = st.builds(ArticleRef, ANY, ANY, ANY, MAYBE, MAYBE, MAYBE)
ANCHORS = st.builds(Anchor, st.integers(0, 9), st.integers(9, 99), ANY, MAYBE, MAYBE, st.integers(0, 9))
SINGLE = st.builds(
    Mark, ANY.filter(bool), st.sampled_from(MarkKind), ARTICLES, ANY, ANY, st.integers(1, 10**30),
    st.none() | ANCHORS, MAYBE, st.lists(ANY, max_size=3).map(tuple), MAYBE, st.none() | st.builds(FactRef, ANY, ANY),
    st.booleans(),
)  # fmt: skip


@given(SINGLE, SINGLE)
def test_a_mark_comes_back_as_it_was(mark: Mark, before: Mark) -> None:
    mark = replace(mark, history=(version_of(before),))

    (line,) = exported([mark])

    assert read_line(line) == mark
    assert "".join(exported([read_line(line)])) == line


@given(SINGLE)
def test_every_format_takes_any_mark(mark: Mark) -> None:
    for form in NOTE_FORMATS.values():
        "".join(form.exported([mark])).encode("utf-8", "surrogatepass")


def test_the_text_of_an_article_goes_along_once() -> None:
    lines = [json.loads(line) for line in exported(MARKS)]

    assert sum("text" in line for line in lines) == 1
    assert sum("text_id" in line for line in lines) == 2


def test_what_another_program_has_added_is_kept() -> None:
    value = json.loads(next(iter(exported(MARKS))))
    value["stars"] = 5.5
    value["article"]["desk"] = {"b": 1, "a": [None]}

    assert json.loads(next(iter(exported([mark_of(value)])))) == value


def test_a_mark_without_an_id_always_gets_the_same() -> None:
    value = json.loads(next(iter(exported(MARKS))))
    del value["id"]

    assert mark_of(value).id
    assert mark_of(value).id == mark_of(dict(value)).id


def test_the_history_can_be_read() -> None:
    mark = replace(MARKS[0], history=(version_of(replace(MARKS[0], note="before")), '{"revision": 1}'))

    assert [version.note for version in earlier(mark)] == ["before"]


GOOD = {
    "id": "x", "kind": "note", "article": {"id": "a", "path": "p", "title": "t"}, "created": "", "changed": "",
    "revision": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "scribble"}, '"kind" is "scribble", and should be bookmark, highlight, note or struck'),
        ({"revision": 0}, '"revision" is 0'),
        ({"revision": True}, '"revision" is true'),
        ({"id": 17}, '"id" is 17'),
        ({"tags": "one"}, '"tags" is "one"'),
        ({"tags": [1]}, 'one of the "tags" is no text'),
        ({"article": {"id": "a"}}, '"path" of the article is missing'),
        ({"article": {"id": "a", "path": "p", "title": "t", "url": 3}}, '"url" of the article is 3'),
        ({"start": 9, "end": 3}, '"end" 3 lies before "start" 9'),
        ({"start": -1}, '"start" is -1'),
        ({"history": [3]}, 'one of the "history" is no object'),
        ({"fact": {"kind": "x"}}, '"fact" lacks its kind or its label'),
        ({"version": 2}, "a newer briefing may have written it"),
        ({"deleted": "yes"}, '"deleted" is "yes"'),
    ],
)
def test_what_is_no_mark_is_told_why(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(NoMarkError) as told:
        mark_of(GOOD | changes)

    assert reason in str(told.value)


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"nul", b"\xff", b"[" * 100_000, b'{"a": NaN}', b'{"a": ' + b"9" * 9999 + b"}"]
)
def test_what_is_no_object_is_told_why(line: bytes) -> None:
    with pytest.raises(NoMarkError):
        read_object(line)


def test_a_number_that_json_can_not_hold_is_refused() -> None:
    with pytest.raises(NoMarkError):
        mark_of(GOOD | {"stars": float("inf")})
    with pytest.raises(ValueError, match="JSON"):
        line_of({"stars": float("nan")})
