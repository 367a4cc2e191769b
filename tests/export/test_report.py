from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.export.report import NARROWEST, WIDTH, day_text, report
from briefing.export.report_markdown import markdown_report, plain
from briefing.facts import Line, Section
from briefing.model import Analysis, Fact, FactKind
from tests.export.test_contract import ANALYSIS, span

GOLDEN = Path(__file__).parent / "golden"
ANALYSED = replace(ANALYSIS, remarks=("only the first 200,000 characters were analysed",))
WHAT = Fact(FactKind.EVENT, "accident: aground", span("Ferry aground"))
WHEN = Fact(FactKind.WHEN, "Sun 5 May 2024", span("hurt on Sunday"))
HURT = Fact(FactKind.FIGURE, ">=12 injured", span("At least 12 people were hurt"))
AGAIN = Fact(FactKind.FIGURE, "12 people", span("At least 12 people were hurt"))
DENIED = Fact(FactKind.CLAIM, "denied by Ana Vela", span("“We heard a bang,” said Ana Vela"))
LONG = Fact(FactKind.CLAIM, "a label that is so long that it needs a second line below it", span("said"))
TOLD = (
    Section("WHAT", (Line(WHAT.label, WHAT),)),
    Section("WHEN", (Line(WHEN.label, WHEN),)),
    Section("HURT", (Line(HURT.label, HURT, "coastguard", "confirmed"), Line(AGAIN.label, AGAIN))),
    Section("WHO SAYS SO", (Line(DENIED.label, DENIED, status="denied"), Line(LONG.label, LONG, status="unclear"))),
)


@pytest.mark.parametrize("width", [WIDTH, NARROWEST])
def test_the_report_in_text_is_the_golden_one(width: int) -> None:
    rows = "".join(f"{row}\n" for row in report(ANALYSED, TOLD, width=width))

    assert rows == (GOLDEN / f"report-{width}.txt").read_text(encoding="utf-8")


def test_the_report_in_markdown_is_the_golden_one() -> None:
    lines = "".join(f"{line}\n" for line in markdown_report(ANALYSED, TOLD))

    assert lines == (GOLDEN / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1, NARROWEST, 60, WIDTH])
def test_no_row_is_wider_than_asked(width: int) -> None:
    assert [row for row in report(ANALYSED, TOLD, width=width) if len(str(row)) > max(width, NARROWEST)] == []


def test_an_article_without_facts_says_so() -> None:
    rows = [str(row) for row in report(Analysis(ANALYSIS.article), ())]

    assert rows[-1] == "No facts were found in it."


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (date(2024, 1, 21), "Sun 21 Jan 2024"),
        (datetime(2024, 6, 6, 13, 5), "Thu 6 Jun 2024, 13:05"),  # noqa: DTZ001 - files may leave out the zone
    ],
)
def test_a_day_is_written_as_people_read_it(published: date | datetime, text: str) -> None:
    assert day_text(published) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a [link](http://x) and ![picture](y)", r"a \[link\](http://x) and !\[picture\](y)"),
        ("*bold* _low_ `code` <b> &lt;", r"\*bold\* \_low\_ \`code\` \<b> \&lt;"),
        ("# heading", r"\# heading"),
        (">140 attacks, >= 3", r"\>140 attacks, >= 3"),
        ("3. of May", r"3\. of May"),
        ("two\n\nparagraphs", "two paragraphs"),
    ],
)
def test_foreign_text_gives_no_markdown(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@settings(deadline=None)
@given(some.text())
def test_markdown_keeps_the_words_on_one_line(text: str) -> None:
    assert len(plain(text).splitlines()) <= 1
    assert plain(text).replace("\\", "") == " ".join(text.split()).replace("\\", "")
