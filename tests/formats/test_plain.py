"""Plain text: paragraphs, headlines, made titles."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.formats.decoding import decode
from briefing.formats.prose import LONGEST_JOINED, MADE_TITLE, made_title, paragraphs
from briefing.model import Article


def only(text: str) -> Article:
    (found,) = decode(text.encode(), path="a.txt")
    assert isinstance(found, Article)
    return found


def test_a_short_line_with_a_blank_line_below_is_the_headline() -> None:
    article = only("Bridge falls in Ghent\n\nA bridge fell on Monday. No one was hurt.")

    assert article.title == "Bridge falls in Ghent"
    assert article.text == "Bridge falls in Ghent\n\nA bridge fell on Monday. No one was hurt."
    assert article.headline_end == len("Bridge falls in Ghent")


@pytest.mark.parametrize(
    "first",
    [
        "A bridge fell in Ghent.", "GHENT, Jan 21 (Reuters) -", "The mayor said:", "- one point", "She said “no.”", "12",
        "word " * 40,
    ],
)  # fmt: skip
def test_a_sentence_a_dateline_or_a_long_line_is_no_headline(first: str) -> None:
    assert only(f"{first}\n\nA bridge fell on Monday. No one was hurt.").headline_end is None


@pytest.mark.parametrize(
    "first", ["Who is behind it?", "Blast hits U.S.", "“We will not go”, says mayor", "FIRE IN GHENT"]
)
def test_a_headline_may_ask_shout_quote_or_abbreviate(first: str) -> None:
    assert only(f"{first}\n\nA bridge fell on Monday.").headline_end == len(first)


def test_an_underlined_headline_loses_its_line() -> None:
    for gap in ("\n", "\n\n"):
        article = only(f"Bridge falls{gap}============\n\nIt fell.")

        assert (article.text, article.headline_end) == ("Bridge falls\n\nIt fell.", len("Bridge falls"))


def test_a_lone_line_is_body() -> None:
    article = only("Bridge falls in Ghent")

    assert article.headline_end is None
    assert article.title == article.text == "Bridge falls in Ghent"


def test_header_fields_are_no_part_of_the_text() -> None:
    article = only("Title: Bridge: what fell\nSource: Canal Post\n\nIt fell.")

    assert article.text == "Bridge: what fell\n\nIt fell."
    assert article.source == "Canal Post"


def test_a_title_in_the_header_is_not_repeated_above_itself() -> None:
    assert only("Title: Bridge falls\n\nBridge  falls\n\nIt fell.").text == "Bridge  falls\n\nIt fell."


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("  one\n  two  \n \t \nthree", ["one two", "three"]),
        ("There were:\n- one\n- two\n  more of two\n- three", ["There were:", "- one", "- two more of two", "- three"]),
        ("1. one\n2. two", ["1. one", "2. two"]),
        ("One is here.\n    Two is set in.\nIt goes on.", ["One is here.", "Two is set in. It goes on."]),
        (f"{'long ' * 40}\nnext line", [("long " * 40).strip(), "next line"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_lines_are_joined_and_paragraphs_parted(text: str, made: list[str]) -> None:
    assert paragraphs(text) == made


def test_a_log_of_many_lines_is_parted() -> None:
    assert max(map(len, paragraphs("A line of a log.\n" * 50_000))) < LONGEST_JOINED + 100


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A bridge fell. It was old.", "A bridge fell"),
        ("Mr. Jensen fell. It was late.", "Mr. Jensen fell"),
        ("The U.S. left. It was late.", "The U.S. left"),
        ("“Is it over?” she asked. No.", "“Is it over?”"),
        ("No end", "No end"),
        ("One\n\nTwo.", "One"),
    ],
)
def test_a_title_is_made_of_the_first_sentence(text: str, title: str) -> None:
    assert made_title(text) == title


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = made_title(
        "Several people and a member of the forces were wounded in a strike on the base near the river town."
    )

    assert len(title) <= MADE_TITLE
    assert title.endswith("…")
    assert title.removesuffix("…").split()[-1] in {"the", "river", "near", "base"}
    assert len(made_title("x" * 1000)) <= MADE_TITLE


def test_fields_below_a_headline_are_no_part_of_the_text() -> None:
    article = only("Bridge falls\nDate: 2024-01-21\nSource: Canal Post\n\nIt fell on Monday.")

    assert article.text == "Bridge falls\n\nIt fell on Monday."
    assert (article.published, article.source) == (date(2024, 1, 21), "Canal Post")
    assert article.headline_end == len("Bridge falls")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_lines_with_author_outlet_and_day_are_read_and_stay(gap: str) -> None:
    article = only(f"Bridge falls{gap}By Jo Wells\nCanal Post, 21 January 2024\n\nIt fell on Monday.")

    assert article.text == "Bridge falls\n\nBy Jo Wells\n\nCanal Post, 21 January 2024\n\nIt fell on Monday."
    assert (article.author, article.source, article.published) == ("Jo Wells", "Canal Post", date(2024, 1, 21))


@pytest.mark.parametrize("line", ["By then it was over", "On 21 January 2024 it fell.", "Two of 21 January 2024 fell"])
def test_a_sentence_below_a_headline_tells_no_field(line: str) -> None:
    article = only(f"Bridge falls\n\n{line}\n\nMore is known.")

    assert (article.author, article.source, article.published) == (None, None, None)


def test_a_headline_in_capitals_needs_no_blank_line() -> None:
    assert only("BRIDGE FALLS\nIt fell on Monday.").text == "BRIDGE FALLS\n\nIt fell on Monday."


def test_marks_behind_a_field_leave_no_blanks() -> None:
    assert only("date 2024-01-21\u0300 \u0301 It fell.").text == "It fell."
