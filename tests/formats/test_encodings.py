"""Encodings: which bytes are text, and what is said of how they were read."""

from __future__ import annotations

import pytest

from briefing.formats.decoding import decode
from briefing.model import Article, Unreadable

TEXT = "Café “Gent” opened at noon. Three came."


def only(data: bytes) -> Article:
    (found,) = decode(data, path="a.txt")
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_remark(codec: str) -> None:
    article = only(TEXT.encode(codec))

    assert article.text == TEXT
    assert article.remarks == ()


@pytest.mark.parametrize(
    ("codec", "remark"), [("cp1252", "Windows-1252"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_what_was_guessed_is_said(codec: str, remark: str) -> None:
    article = only(TEXT.encode(codec))

    assert article.text == TEXT
    assert remark in article.remarks[0]


def test_a_stray_byte_does_not_spoil_the_letters_around_it() -> None:
    article = only(TEXT.encode() + b" It\x92s \x96 over.")

    assert article.text == f"{TEXT} It’s – over."
    assert article.remarks == ("2 bytes are not UTF-8, read as Windows-1252",)


def test_a_letter_that_is_cut_off_at_the_end_is_left_out() -> None:
    article = only(TEXT.encode() + "€".encode()[:2])

    assert article.text == TEXT
    assert "cut off" in article.remarks[0]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xef\xbb\xbf", b" \n\t", b"\x89PNG\r\n\x1a\n" + bytes(50), b"PK\x03\x04" + b"x" * 50, b"%PDF-1.7\n", b"\x1f\x8b\x08",
        b"\xff\xd8\xff\xe0JFIF", bytes(1000), bytes(range(256)) * 20, b"\x01\x02\x03\x04" * 50, b"\xff\xfe" + bytes(99),
    ],
)  # fmt: skip
def test_what_is_no_text_has_a_reason(data: bytes) -> None:
    (found,) = decode(data, path="a.txt")

    assert isinstance(found, Unreadable)
    assert found.reason
    assert not found.reason.endswith(".")


def test_one_nul_makes_no_binary() -> None:
    assert only(b"one\x00two and many more words that make up a text of some length").text.startswith("one␀two")


def test_control_sequences_are_taken_out_and_told() -> None:
    article = only(b"One \x1b[31mred\x1b[0m word.")

    assert article.text == "One red word."
    assert "control sequences" in article.remarks[0]
