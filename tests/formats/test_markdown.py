"""Markdown: front matter, prose, looks and links."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.commonmark import prose_of
from briefing.formats.decoding import decode
from briefing.model import Article, LookStyle

BODY = "A bridge fell. No one was hurt."


def only(text: str) -> Article:
    (found,) = decode(text.encode(), path="a.md")
    assert isinstance(found, Article)
    return found


def looks(article: Article) -> list[tuple[str, int, str, str]]:
    return [(look.style.value, look.level, look.marker, look.span.of(article.text)) for look in article.looks]


def test_front_matter_is_read_and_no_part_of_the_text() -> None:
    article = only(
        "---\ntitle: Bridge falls\ndate: 2024-01-21\nsource: Canal Post\nauthor: [Jo Wells, Mo Reed]\n"
        f"url: https://a.example/1\ntags:\n- ghent\n- bridges\n---\n\n{BODY}\n"
    )

    assert (article.title, article.source, article.author) == ("Bridge falls", "Canal Post", "Jo Wells, Mo Reed")
    assert (article.url, article.id) == ("https://a.example/1", "https://a.example/1")
    assert (article.published, article.tags) == (date(2024, 1, 21), ("ghent", "bridges"))
    assert article.text == f"Bridge falls\n\n{BODY}"
    assert article.remarks == ()


@pytest.mark.parametrize(
    "title",
    [
        "Breaking: fire in Ghent",
        'Fire: "no one" hurt: it\'s over',
        "[Exclusive] Fire",
        "@mayor: it burns",
        "no",
        "1984",
    ],
)
def test_a_title_survives_what_yaml_would_make_of_it(title: str) -> None:
    article = only(f"---\ntitle: {title}\nsource: Canal Post\n---\n{BODY}")

    assert article.title == title
    assert article.source == "Canal Post"
    assert article.remarks == ()


def test_a_time_in_front_matter_keeps_its_zone() -> None:
    zone = timezone(timedelta(hours=2))
    assert only(f"---\ndate: 2024-01-21 18:30:00 +02:00\n---\n{BODY}").published == datetime(
        2024, 1, 21, 18, 30, tzinfo=zone
    )


@pytest.mark.parametrize(
    "header",
    [
        "title: Fire\nx: [1, 2", "title: Fire\nx: *alias", "title: Fire\nx: &a [*a]", "title: Fire\n<<: *a",
        "title: Fire\nx: " + "[" * 5000, 'title: Fire\nx: "\\ud800"', "title: Fire\n" + "x: 1\n" * 30_000,
        "title: Fire\nx: [" + "a, " * 6000 + "a]",
    ],
)  # fmt: skip
def test_wrong_or_hostile_yaml_shows_the_body_and_says_so(header: str) -> None:
    article = only(f"---\n{header}\n---\n{BODY}")

    assert article.title == "Fire"
    assert article.text == f"Fire\n\n{BODY}"
    assert "front matter" in article.remarks[0]


@pytest.mark.parametrize(
    "value", ["!!python/name:os.system", "!!binary UEVO", "!!python/object/apply:os.system ['x']", "{a: b}", "~"]
)
def test_a_value_that_is_no_word_is_no_title(value: str) -> None:
    assert only(f"---\ntitle: {value}\n---\n{BODY}").title == "A bridge fell"


def test_front_matter_without_an_end_gives_its_fields_and_the_rest() -> None:
    article = only(f"---\ntitle: Fire\n{BODY}")

    assert (article.title, article.text) == ("Fire", f"Fire\n\n{BODY}")
    assert "no end" in article.remarks[0]


@pytest.mark.parametrize("text", [f"---\njust words\n---\n{BODY}", f"{BODY}\n\n---\n\njust words"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    article = only(text)

    assert "just words" in article.text
    assert BODY in article.text


def test_a_heading_that_comes_first_is_the_headline() -> None:
    article = only(f"# Bridge *falls*\n\n{BODY}")

    assert article.title == "Bridge falls"
    assert article.headline_end == len("Bridge falls")
    assert looks(article) == [("emphasis", 1, "", "falls")]


def test_a_heading_that_repeats_the_title_is_not_shown_twice() -> None:
    assert only(f"---\ntitle: Bridge falls\n---\n# Bridge falls\n\n{BODY}").text == f"Bridge falls\n\n{BODY}"


def test_markup_is_looks_beside_the_text() -> None:
    article = only(
        "Intro *one* **two** `three` and [a\nlink](https://a.example/x).\n\n## Part\n\n- first\n- second\n\n  more\n"
        "  1. inner\n\n> said\n>\n> > deeper\n\n```\ncode 1\n\n  code 2\n```\n\nSee ![a *bridge*](b.png) &amp; <b>bold</b>.\n"
    )

    assert article.text.split("\n\n") == [
        "Intro one two three and a link.", "Part", "first", "second", "more", "inner", "said", "deeper", "code 1",
        "code 2", "See a bridge & bold.",
    ]  # fmt: skip
    assert looks(article) == [
        ("emphasis", 1, "", "one"), ("strong", 1, "", "two"), ("code", 1, "", "three"), ("link", 1, "", "a link"),
        ("heading", 2, "", "Part"), ("item", 1, "•", "first"), ("item", 1, "•", "second"), ("item", 1, "", "more"),
        ("item", 2, "1.", "inner"), ("quote", 1, "", "said\n\ndeeper"), ("quote", 2, "", "deeper"),
        ("code", 1, "", "code 1"), ("code", 1, "", "code 2"),
    ]  # fmt: skip
    assert [(link.url, link.span.of(article.text)) for link in article.links] == [("https://a.example/x", "a link")]


@pytest.mark.parametrize(
    "address", ["javascript:x", "file:///etc/passwd", "data:text/html,x", "other.md", "ftp://a.example"]
)
def test_only_addresses_of_the_web_and_of_mail_are_links(address: str) -> None:
    article = only(f"See [this]({address}) now.")

    assert article.links == ()
    assert not any(look.style is LookStyle.LINK for look in article.looks)


def test_an_address_in_full_is_a_link_too() -> None:
    article = only("See https://a.example/x_(1)?y=2, or <mailto:a@b.example>.")

    assert [link.url for link in article.links] == ["https://a.example/x_(1)?y=2", "mailto:a@b.example"]


def test_character_references_do_not_bring_controls_back() -> None:
    article = only(
        "A &#27;]0;x&#7; &#8238;b &#155; &#x202e; &#10; c e&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;."
    )

    assert not set(article.text) & set("\x1b\x07\x9b\u202e\n")


@pytest.mark.parametrize("text", [">" * 5000 + "words", "\n".join("  " * depth + "- words" for depth in range(300))])
def test_what_is_nested_too_deep_is_shown_as_it_stands(text: str) -> None:
    article = only(text)

    assert "words" in article.text
    assert "plain text" in article.remarks[0]


def test_four_blanks_in_front_are_no_code() -> None:
    assert looks(only("    A first line that is set in *far*.")) == [("emphasis", 1, "", "far")]


def test_comments_are_not_shown() -> None:
    assert only(f"<!-- hidden -->{BODY}<!-- \n\n more --> *end* <!-- open").text == f"{BODY} end <!-- open"


def test_a_quote_comes_before_the_list_that_fills_it() -> None:
    assert [look.style for look in only("> - one").looks] == [LookStyle.QUOTE, LookStyle.ITEM]


def test_a_bracket_of_the_sentence_is_no_part_of_an_address() -> None:
    article = only("One (https://a.example/x), two https://a.example/y_(z).")

    assert [link.url for link in article.links] == ["https://a.example/x", "https://a.example/y_(z)"]


@pytest.mark.parametrize("path", ["a.txt", "-"])
def test_front_matter_makes_any_text_markdown(path: str) -> None:
    (found,) = decode(b"---\ntitle: Fire\n---\nA *bridge* fell.", path=path)

    assert isinstance(found, Article)
    assert found.text == "Fire\n\nA bridge fell."


LINES = st.lists(
    st.sampled_from(
        (
            "# One",
            "## Two  ",
            "###   3. Three",
            "#",
            "# ",
            "#x",
            "words",
            "more words ",
            "  set in",
            "",
            " ",
            "1.5 m",
            "2 - 3",
            "#\u00a0four",
        )
    ),
    max_size=12,
)


@given(LINES)
def test_headings_and_plain_paragraphs_are_read_as_they_would_be_parsed(lines: list[str]) -> None:
    parsed = [f"{line.rstrip()} #" if re.match(r"#+ +\S", line) else line for line in lines]

    # The signs that close a heading mean nothing, but have to be parsed.
    assert prose_of("\n".join(lines)) == prose_of("\n".join(parsed))


def test_a_heading_of_many_blanks_is_read_at_once() -> None:
    assert prose_of("#" + " " * 90_000 + "*x*") is not None
