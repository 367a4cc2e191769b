"""Seed records: the date line in all its forms, and several in a file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.formats.decoding import decode
from briefing.model import Article, Unreadable

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"
BODY = "A bridge fell in Ghent. No one was hurt.\n\nThe city will build another."


def only(text: str, path: str = "news/one.txt") -> Article:
    found = decode(text.encode(), path=path)
    assert len(found) == 1
    assert isinstance(found[0], Article)
    return found[0]


@pytest.mark.parametrize(
    "front",
    [
        " date 2024-01-21 ", "date 2024-01-21 ", "\ufeff date 2024-01-21 ", " DATE 2024-01-21 ", " Date: 2024-01-21 ",
        "Date - 2024-01-21 ", "date: 21 Jan 2024 ", " date January 21, 2024 ", " date 2024-01-21\n\n\n",
        "\n\n date 2024-01-21 ", " date 2024/01/21 ", " date Sun, 21 January 2024 ", " date ２０２４-０１-２１ ",
    ],
)  # fmt: skip
def test_a_date_in_front_is_the_day_and_no_part_of_the_text(front: str) -> None:
    article = only(front + BODY)

    assert article.published == date(2024, 1, 21)
    assert article.text == BODY
    assert article.title == "A bridge fell in Ghent"
    assert article.headline_end is None


@pytest.mark.parametrize("front", ["", " date None ", "date: null ", " date\n", " date: \n", " date "])
def test_no_date_is_no_date(front: str) -> None:
    article = only(front + BODY)

    assert article.published is None
    assert article.text == BODY
    assert article.remarks == ()


@pytest.mark.parametrize("words", ["2024-02-31", "0000-00-00", "99999999-01-01", "2024-0", "03/04/2024"])
def test_a_date_that_cannot_be_is_told_in_a_remark(words: str) -> None:
    article = only(f" date {words} {BODY}")

    assert article.published is None
    assert article.text == BODY
    assert words in article.remarks[0]


def test_a_time_keeps_its_zone() -> None:
    assert only(f" date 2024-01-21T18:30:00Z {BODY}").published == datetime(2024, 1, 21, 18, 30, tzinfo=UTC)


def test_a_number_behind_the_date_is_no_time() -> None:
    article = only(" date 2024-01-21 12.50 euros is what a loaf costs in Ghent now.")

    assert article.published == date(2024, 1, 21)
    assert article.text.startswith("12.50 euros")


def test_the_word_behind_a_time_is_no_zone() -> None:
    assert only(" date 2024-01-21 18:30 US forces left.").text == "US forces left."


def test_fields_may_stand_on_the_same_line() -> None:
    article = only(f"title: Fire: all safe date: 2024-01-21 source: Canal Post url: https://a.example/1 {BODY}")

    assert (article.title, article.source, article.url) == ("Fire: all safe", "Canal Post", "https://a.example/1")
    assert article.text == f"Fire: all safe\n\n{BODY}"
    assert article.headline_end == len("Fire: all safe")


def test_fields_may_do_without_colons() -> None:
    article = only(f" title Bridge falls date 2024-01-21 source Canal Post url https://a.example/1 {BODY}")

    assert (article.title, article.source, article.url) == ("Bridge falls", "Canal Post", "https://a.example/1")
    assert article.text == f"Bridge falls\n\n{BODY}"


def test_fields_may_stand_on_lines_below() -> None:
    article = only(f" date 2024-01-21\nsource: Canal Post\nauthor: Jo Wells\ntags: ghent, bridges\n\n{BODY}")

    assert (article.source, article.author, article.tags) == ("Canal Post", "Jo Wells", ("ghent", "bridges"))
    assert article.text == BODY


@pytest.mark.parametrize("start", ["Date night is back.", "The date 2024-01-21 was set.", "Title fights are rare."])
def test_a_sentence_that_begins_like_a_field_is_text(start: str) -> None:
    assert only(start).text == start


def test_a_line_of_bars_parts_two_records() -> None:
    found = decode(f" date 2024-01-21 {BODY}\n|||||\n date 2024-01-22 More is known.".encode(), path="two.txt")

    assert [item.part for item in found if isinstance(item, Article)] == [1, 2]
    assert [item.published for item in found if isinstance(item, Article)] == [date(2024, 1, 21), date(2024, 1, 22)]


def test_line_ends_and_encodings_do_not_change_the_id() -> None:
    text = f" date 2024-01-21 Café. {BODY}"
    forms = [
        text.encode(), text.replace("\n", "\r\n").encode(), text.encode("utf-16"), text.encode("cp1252"),
        b"\xef\xbb\xbf" + text.encode(), text.encode("utf-32"),
    ]  # fmt: skip
    found = [decode(data, path=f"{number}.txt")[0] for number, data in enumerate(forms)]

    assert len({item.id for item in found if isinstance(item, Article)}) == 1


def test_a_reprint_has_another_id() -> None:
    assert only(f"source: Canal Post\n\n{BODY}").id != only(f"source: Harbour Wire\n\n{BODY}").id


def test_a_date_alone_is_no_article() -> None:
    assert decode(b" date 2024-01-21 ", path="a.txt") == (Unreadable("a.txt", "it holds no text"),)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the checkout")
def test_the_two_reports_are_read() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = decode(path.read_bytes(), path=path.name)

        assert len(found) == 1
        assert isinstance(found[0], Article)
        assert found[0].published == date(2024, 1, 21)
        assert found[0].remarks == ()
        assert "".join(found[0].text.split()) in "".join(path.read_text(encoding="utf-8").split())
