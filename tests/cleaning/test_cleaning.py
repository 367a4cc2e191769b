"""Cleaning: what is taken out, what is shown, what stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning import cleaned, cleaned_line, cleaned_name, has_steering
from briefing.cleaning.strange import MOST_MARKS

ODD = st.sampled_from(
    [
        "\x1b", "\x1b[31m", "\x1b]52;c;UA\x07", "\x1bP", "\x1b\\", "\x9b", "\x9d", "\x9c", "\x07", "\x00", "\x08", "\r",
        "\r\n", "\n", "\t", "\x0b", "\x85", "\u2028", "\u2029", "\u200b", "\u200c", "\u200d", "\ufeff", "\xad", "\u202e",
        "\u2066", "\u061c", "\ufe0f", "\ufe0e", "\ufe00", "\U000e0100", "\U0001f3f4", "\U000e0067\U000e0062", "\U000e007f",
        "\u0301", "\u0302\u0303", "\u20e3", "\u0e49", "\u094d", "क", "ب", "\u064b", "a", " ", "1", "#", "❤", "👩", "🏽",
        "\ud800", "\udfff", "\ufffe", "\U0001ffff", "\u3164", "[", "]", "m", ";", "ह",
    ]
)  # fmt: skip
STRANGE = st.lists(ODD | st.text(max_size=3), max_size=30).map("".join)
LAW = settings(deadline=None)
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@LAW
@given(STRANGE)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    clean = cleaned(text)

    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in clean if char != "\n")
    assert not any(unicodedata.bidirectional(char) in BIDI for char in clean)
    clean.encode("utf-8")


@LAW
@given(STRANGE)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@LAW
@given(STRANGE)
def test_marks_do_not_pile_up(text: str) -> None:
    run = 0
    for char in cleaned(text):
        run = run + 1 if unicodedata.category(char) in {"Mn", "Me"} and char not in "\ufe0e\ufe0f" else 0
        assert run <= MOST_MARKS


@LAW
@given(
    st.text(
        alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x2FF, exclude_characters="\xad")
    )
)
def test_plain_text_comes_back_as_it_is(text: str) -> None:
    assert cleaned(text) is text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[1;31mred\x1b[0m words", "red words"),
        ("\x1b]0;title\x07words", "words"),
        ("\x1b]8;;http://a.example\x1b\\words\x1b]8;;\x1b\\", "words"),
        ("\x1bPq#0\x1b\\words", "words"),
        ("\x1b(0lqqk", "lqqk"),
        ("\x1b]0;no end", "␛]0;no end"),
        ("\x1b[7331TOKEN", "␛[7331TOKEN"),
        ("\x1b[7331 Three", "␛[7331 Three"),
        ("\x1b\u200b]52;c;UA\x07", "␛]52;c;UA␇"),
        ("one\x00two\x7f", "one␀two␡"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("it\x92s \x93so\x94", "it’s “so”"),
        ("\u202eneppo\u202c", "neppo"),
        ("co\xadop\u200berate\ufeff", "cooperate"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("e" + "\u0301" * 10_000, "e" + "\u0301" * MOST_MARKS),
        ("\u0301start", "start"),
        ("x\u200dy\u200cz", "xyz"),
        ("spy" + "".join(chr(0xE0000 + ord(char)) for char in "hidden"), "spy"),
        ("a\ufe0fb\U000e0100", "ab"),
        ("\ufffe\U0001ffff", "\ufffd\ufffd"),
    ],
)
def test_what_is_hidden_goes_and_what_is_broken_shows(text: str, clean: str) -> None:
    assert cleaned(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم", "क्‍ष", "👩‍👩‍👧‍👦", "🏳️‍🌈", "❤️", "1️⃣",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "Việt Nam", "שָׁלוֹם", "สวัสดีน้ำ", "“so — it’s”",
        "100 km", "宽", "ﬁ", "Ångström", "👍🏽",
    ],
)  # fmt: skip
def test_what_a_language_or_an_emoji_needs_stays(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "unit", ["\x1b]", "\x1b[1;", "\x1bP", "\u200d", "a\u200d", "a\ufe0f", "\u0301", "\x01", "\U000e0041b"]
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    clean = cleaned(unit * 50_000)

    assert len(clean) <= len(unit) * 50_000


def test_a_line_is_one_line_of_bounded_length() -> None:
    assert cleaned_line("  Fire\n\nin \t Ghent \x1b[1m ") == "Fire in Ghent"
    assert cleaned_line("word " * 10_000, 20) == "word word word word…"


def test_a_name_keeps_its_blanks_and_shows_its_line_ends() -> None:
    assert cleaned_name("a  b\nc\udcff.txt") == "a  b␤c�.txt"


def test_steering_is_noticed() -> None:
    assert has_steering("a\x1b[1m")
    assert has_steering("a\u202e")
    assert not has_steering("“plain”\r\n")
