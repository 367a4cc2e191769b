from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.brief_html import html_brief
from briefing.export.brief_markdown import markdown_brief
from briefing.export.brief_outline import Entry, Line, Outline, Part
from briefing.export.brief_text import NARROWEST, WIDTH, text_brief
from briefing.export.brief_wording import counted, day_range, quoted
from briefing.export.links import may_be_linked
from tests.stories.reports import DAY

GOLDEN = Path(__file__).parent / "golden"
OUTLINE = Outline(
    "Briefing, 6 to 7 May 2024",
    "3 articles from 3 outlets: 1 story, 1 event told by one report.",
    (
        Entry(
            "Ferry <Larkspur> aground off Tolna & a dispute about *rafts*",
            "Tolna; 2 reports from 2 outlets, 6 to 7 May 2024",
            (
                Part(
                    "Key facts",
                    (
                        Line("“Fourteen people were killed.”", "the coastguard, in Tolna Post, 7 May; also The Wire"),
                        Line("“[click](https://evil.example) <img src=x>”", "The Wire, 6 May"),
                    ),
                ),
                Part("Changed", (Line("Killed: 12 (The Wire, 6 May), then 14 (Tolna Post, 7 May)"),)),
                Part(
                    "Conflicts",
                    (Line("Missing: 31 is not 23.", below=("The Wire, 6 May: “31 were missing.”", "Post: “23.”")),),
                    "and 2 more",
                ),
                Part(
                    "Reports",
                    (
                        Line("Ferry aground", "The Wire, 6 May", url="https://wire.example/a?b=1&c=<d>"),
                        Line("Fourteen dead", "Tolna Post, 7 May", url="javascript:alert(1)"),
                    ),
                ),
            ),
        ),
    ),
    (Part("Told by one report", (Line("Bakers bake", "The Loaf, 6 May", ("“More bread than ever.”",)),)),),
    ("Left out: 1 article without a date.",),
)
FORMS = {"txt": text_brief, "md": markdown_brief, "html": html_brief}


@pytest.mark.parametrize("ending", FORMS)
def test_a_briefing_is_the_golden_text(ending: str) -> None:
    told = "".join(f"{line}\n" for line in FORMS[ending](OUTLINE))

    assert told == (GOLDEN / f"brief.{ending}").read_text(encoding="utf-8")


def test_text_keeps_to_its_width_but_for_addresses() -> None:
    for width in (NARROWEST, 55, WIDTH):
        long = [line for line in text_brief(OUTLINE, width=width) if len(line) > width]

        assert [line for line in long if "://" not in line] == []


class Tags(HTMLParser):
    """The tags and addresses of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)
        self.addresses.update(value or "" for name, value in attrs if name in ("href", "src"))


WORDS = st.text(max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</li></ul><img src=x onerror=y>",
        '" onmouseover="x',
        "javascript:x",
        "&lt;",
        "`*_[](",
    ]
)


@given(WORDS, WORDS, WORDS)
def test_html_holds_nothing_but_its_own_tags_and_safe_addresses(words: str, who: str, url: str) -> None:
    line = Line(words, who, (words,), url)
    told = Outline(words, who, (Entry(words, who, (Part("Reports", (line,)),)),), (Part("More", (line,)),), (words,))

    found = Tags("\n".join(html_brief(told)))

    assert found.tags <= {"html", "head", "meta", "title", "body", "h1", "h2", "h3", "p", "ul", "li", "a", "span"}
    assert found.names <= {"lang", "charset", "http-equiv", "content", "name", "style", "href", "rel"}
    assert all(may_be_linked(address) for address in found.addresses)


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://wire.example/a", True),
        ("HTTP://wire.example", True),
        ("mailto:desk@wire.example", True),
        ("javascript:alert(1)", False),
        (" https://wire.example", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//wire.example", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_the_web_and_mailboxes_are_linked(url: str, is_safe: bool) -> None:
    assert may_be_linked(url) is is_safe


@given(WORDS)
def test_markdown_never_makes_a_link_of_an_articles_words(words: str) -> None:
    told = Outline("Briefing", "", (Entry(words, words, (Part("Key facts", (Line(words, words),)),)),), (), ())

    assert re.search(r"(?<!\\)\]\(", "\n".join(markdown_brief(told))) is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Five people died.", "“Five people died.”"),
        ('"We counted," she said.', "“‘We counted,’ she said.”"),
        ("“Nobody is safe.”", "“Nobody is safe.”"),
        ('He called it "reckless".', "“He called it ‘reckless’.”"),
    ],
)
def test_quotation_marks_within_words_become_single_ones(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_days_share_what_they_share() -> None:
    later = (DAY, DAY.replace(day=9), DAY.replace(month=7), DAY.replace(year=2025))

    told = [day_range(DAY, day) for day in later]

    assert told == ["6 May 2024", "6 to 9 May 2024", "6 May to 6 Jul 2024", "6 May 2024 to 6 May 2025"]


def test_one_is_not_several() -> None:
    assert [counted(1, "story", "stories"), counted(2, "story", "stories")] == ["1 story", "2 stories"]
    assert counted(1200, "report") == "1,200 reports"
