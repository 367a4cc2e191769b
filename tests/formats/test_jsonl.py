"""JSON Lines: one article a line, and broken lines that cost only themselves."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from briefing.formats.decoding import MOST_FAULTS, decode
from briefing.model import Article, Unreadable


def line(**fields: object) -> str:
    return json.dumps({"text": "A bridge fell.\n\nNo one was hurt.", **fields})


def decoded(*lines: str) -> tuple[Article | Unreadable, ...]:
    return decode("\n".join(lines).encode(), path="a.jsonl")


def only(text: str, path: str = "a.jsonl") -> Article:
    (found,) = decode(text.encode(), path=path)
    assert isinstance(found, Article)
    return found


def test_each_line_is_an_article() -> None:
    found = decoded(line(title="One", date="2024-01-21", source="Canal Post"), "", line(title="Two", id="x-2"))

    assert [item.title for item in found if isinstance(item, Article)] == ["One", "Two"]
    assert [item.part for item in found if isinstance(item, Article)] == [1, 2]
    first, second = found
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.source) == (date(2024, 1, 21), "Canal Post")
    assert first.text == "One\n\nA bridge fell.\n\nNo one was hurt."
    assert second.id == "x-2"


@pytest.mark.parametrize("broken", ["{bad", "[" * 100_000, '{"text": ', "17", '"words"', "{}", '{"title": ""}'])
def test_a_broken_line_costs_only_itself(broken: str) -> None:
    found = decoded(line(title="One"), broken, line(title="Two"))

    assert [type(item) for item in found] == [Article, Unreadable, Article]
    assert isinstance(found[1], Unreadable)
    assert "line 2" in found[1].reason


def test_fields_may_be_named_as_feeds_name_them() -> None:
    article = only(
        json.dumps(
            {
                "headline": "One", "content": "Body.", "publishedAt": "2024-01-21T10:00:00Z", "source": {"id": 1, "name": "Post"},
                "link": "https://a.example/1", "authors": ["Jo", {"name": "Mo"}], "keywords": "a, b",
            }
        )
    )  # fmt: skip

    assert (article.title, article.source, article.author, article.tags) == ("One", "Post", "Jo, Mo", ("a", "b"))
    assert article.published == datetime(2024, 1, 21, 10, tzinfo=UTC)
    assert article.id == article.url == "https://a.example/1"


@pytest.mark.parametrize("value", [1705795200, 1705795200000, "1705795200"])
def test_a_date_in_seconds_or_milliseconds_is_read(value: object) -> None:
    assert only(line(date=value)).published == datetime(2024, 1, 21, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2024-02-31", "soon", 17, 1e400, {"a": 1}, "9" * 5000])
def test_a_date_that_cannot_be_is_told(value: object) -> None:
    article = only(line(date=value))

    assert article.published is None
    assert len(article.remarks) == 1


def test_the_same_id_twice_is_told_apart() -> None:
    found = decoded(line(id="a", title="One"), line(id="a", title="Two"), line(id="a", title="Two"))
    ids = [item.id for item in found if isinstance(item, Article)]

    assert ids[0] == "a"
    assert len(set(ids)) == 3
    assert all(name.startswith("a") for name in ids)


def test_a_number_of_a_row_is_no_id() -> None:
    assert only(line(id=7)).id != "7"
    assert only(line(id=7, url="https://a.example/7")).id == "https://a.example/7"
    assert only(line(id=20240121001)).id == "20240121001"


@pytest.mark.parametrize("whole", [[{"text": "One."}, {"text": "Two."}], {"text": "One."}])
def test_a_json_file_may_hold_one_article_or_a_list(whole: object) -> None:
    found = decode(json.dumps(whole, indent=2).encode(), path="a.json")

    assert [item.text for item in found if isinstance(item, Article)] == ["One.", "Two."][: len(found)]


def test_a_line_separator_inside_a_text_does_not_end_the_line() -> None:
    assert only('{"text": "One\u2028\u2028two."}').text == "One\n\ntwo."


def test_escaped_controls_are_cleaned_too() -> None:
    article = only('{"title": "\\u001b]0;x\\u0007Fire", "text": "\\u202eA\\ud800", "source": "\\u009b31m"}')

    assert (article.title, article.text, article.source) == ("Fire", "Fire\n\nA\ufffd", "›31m")


def test_a_file_of_broken_lines_is_one_row() -> None:
    (found,) = decoded(*["{bad"] * 5000)

    assert isinstance(found, Unreadable)
    assert found.reason.endswith("and 4,999 more that could not be read")


def test_many_broken_lines_among_good_ones_are_counted() -> None:
    found = decoded(*["{bad"] * 30, line(title="One"))

    assert sum(isinstance(item, Unreadable) for item in found) == MOST_FAULTS
    assert isinstance(found[-1], Article)


def test_lines_that_are_all_the_same_are_told_apart_in_linear_time() -> None:
    found = decoded(*['{"text": "a"}'] * 5000)

    assert len({item.id for item in found if isinstance(item, Article)}) == 5000
