"""Laws of decoding: whatever the bytes and the name, there are articles or reasons, and they keep the contract."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.formats.decoding import decode
from briefing.formats.endings import SUFFIXES
from briefing.model import Article, Unreadable

PIECES = st.sampled_from(
    [
        " date 2024-01-21 ", "Date: ", "date - 21 Jan 2024", "title: a: b\n", "source: Post | url: http://a.example/x ",
        "\n", "\n\n", "\r\n", "\t", "  ", "|||||", "\n|||||\n", "---\n", "tags: [a, 'b']\n", "x: &a [*a]\n", "<<: *a\n",
        "# ", "## Head\n", "- ", "* ", "1. ", "> ", "*", "**", "_", "`", "```\n", "[", "](http://b.example)", "![alt](c.png)",
        "<b>", "<!--", "-->", "&#27;", "&#8238;", "&amp;", "\\", "===\n", "http://c.example/d.", '{"title": "x", ', '"text": "y"}',
        '"date": 1705795200}', "[]", "null", "\\ud800", "\x1b]0;x\x07", "\x1b[", "\u202e", "\u0301" * 9, "\u200d", "\ufeff",
        "Fire in Ghent", "Three were hurt. No one died.", "“We will”, she said.", "\x00", "ß", "宽", "👩‍👩‍👧", "~~~", "    code", "+++",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)
CODECS = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"])
ENCODED = st.builds(lambda text, codec: text.encode(codec, "ignore"), TEXTS, CODECS)
BYTES = st.binary(max_size=300) | ENCODED | st.builds(bytes.__add__, ENCODED, st.binary(max_size=10))
NAMES = st.sampled_from(
    [f"news/a{suffix}" for suffix in sorted(SUFFIXES)] + ["-", "a.txt", "noending", ".md"]
) | st.text(max_size=8)


LAW = settings(deadline=None)
"""The first example pays for imports, and a busy machine for all."""


def fields(article: Article) -> list[str]:
    told = [article.title, article.text, article.path, article.id, *article.tags, *article.remarks]
    return told + [value for value in (article.source, article.url, article.author) if value]


@LAW
@given(BYTES, NAMES)
def test_any_bytes_are_articles_or_have_a_reason(data: bytes, name: str) -> None:
    found = decode(data, path=name)

    assert found
    for item in found:
        assert isinstance(item, Article) or (isinstance(item, Unreadable) and item.reason)


@LAW
@given(BYTES, NAMES)
def test_decoding_is_the_same_each_time(data: bytes, name: str) -> None:
    assert decode(data, path=name) == decode(data, path=name)


@LAW
@given(BYTES, NAMES)
def test_no_control_character_gets_through(data: bytes, name: str) -> None:
    for item in decode(data, path=name):
        told = fields(item) if isinstance(item, Article) else [item.path, item.reason]
        for value in told:
            assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in value if char != "\n")
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", value)
        if isinstance(item, Article):
            assert "\n" not in item.title


@LAW
@given(BYTES, NAMES)
def test_paragraphs_are_parted_by_one_blank_line(data: bytes, name: str) -> None:
    for item in decode(data, path=name):
        if isinstance(item, Article):
            assert item.text
            assert all(paragraph.strip() == paragraph != "" for paragraph in item.text.split("\n\n"))
            assert "\n" not in item.text.replace("\n\n", "")


@LAW
@given(BYTES, NAMES)
def test_looks_links_and_the_headline_lie_in_the_text(data: bytes, name: str) -> None:
    for item in decode(data, path=name):
        if not isinstance(item, Article):
            continue
        for span in [look.span for look in item.looks] + [link.span for link in item.links]:
            assert 0 <= span.start < span.end <= len(item.text)
            assert not item.text[span.start : span.end].startswith("\n")
        starts = [(look.span.start, -look.span.end) for look in item.looks]
        assert starts == sorted(starts)
        if item.headline_end is not None:
            assert item.text[: item.headline_end] == item.text.split("\n\n")[0]


@LAW
@given(BYTES, NAMES)
def test_no_two_articles_of_a_file_have_one_id(data: bytes, name: str) -> None:
    ids = [item.id for item in decode(data, path=name) if isinstance(item, Article)]

    assert all(ids)
    assert len(set(ids)) == len(ids)


@LAW
@given(TEXTS, NAMES, st.text(max_size=8))
def test_an_article_is_the_same_wherever_its_file_lies(text: str, name: str, folder: str) -> None:
    here = decode(text.encode("utf-8", "ignore"), path=name)
    there = decode(text.encode("utf-8", "ignore"), path=f"{folder}/{name}")

    assert [item.id for item in here if isinstance(item, Article)] == [
        item.id for item in there if isinstance(item, Article)
    ]
