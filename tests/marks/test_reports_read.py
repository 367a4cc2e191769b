from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing import resources
from briefing.library import articles
from briefing.marks.report_shape import as_object, report_of
from briefing.marks.reports_read import FILE, ReportsRead
from briefing.model import Article, Comparison
from briefing.pipeline import analyse
from briefing.stories.amounts import Amount
from briefing.stories.points import Point, Report, report


def made(name: str, text: str = "t") -> Report:
    amount = Amount(Decimal("12.5"), comparison=Comparison.AT_LEAST, unit="EUR", scope="Tolna", change="up")
    point = Point(
        "HURT", "12 killed", f"Twelve died in {name}.", "the coastguard", "stated", "killed||", amount, True, True
    )
    return Report(name, f"Ferry {name}", "The Wire", "2024-05-06", text, (point,))


def test_what_was_read_is_remembered_after_a_restart(tmp_path: Path) -> None:
    ReportsRead(tmp_path).remember(made("a"))

    assert ReportsRead(tmp_path).load() == {"a": made("a")}


def test_the_last_word_on_an_article_counts(tmp_path: Path) -> None:
    state = ReportsRead(tmp_path)
    state.remember(made("a", "before"))
    state.remember(made("a", "now"))

    assert ReportsRead(tmp_path).load() == {"a": made("a", "now")}


def test_what_is_unread_again_is_forgotten(tmp_path: Path) -> None:
    state = ReportsRead(tmp_path)
    state.remember(made("a"))
    state.remember(made("b"))
    state.forget(["a", "never read"])

    assert state.load() == ReportsRead(tmp_path).load() == {"b": made("b")}


def test_two_sessions_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    here, there = ReportsRead(tmp_path), ReportsRead(tmp_path)
    here.load()
    there.load()

    here.remember(made("a"))
    there.remember(made("b"))
    here.remember(made("c"))
    there.forget(["a"])

    assert here.load() == there.load() == ReportsRead(tmp_path).load() == {"b": made("b"), "c": made("c")}


def test_what_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    ReportsRead(tmp_path).remember(made("a"))
    size = (tmp_path / FILE).stat().st_size

    again = ReportsRead(tmp_path)
    again.remember(made("a"))
    again.forget(["b"])
    again.forget([])

    assert (tmp_path / FILE).stat().st_size == size


def test_only_the_reports_read_last_are_kept(tmp_path: Path) -> None:
    here, there = ReportsRead(tmp_path, most=5), ReportsRead(tmp_path, most=5)
    there.load()
    for number in range(40):
        here.remember(made(str(number % 20)))

    lines = (tmp_path / FILE).read_bytes().splitlines()

    assert len(lines) <= 10
    assert set(here.load()) == set(there.load()) == {"15", "16", "17", "18", "19"}


def test_a_folder_of_before_has_no_memory(tmp_path: Path) -> None:
    (tmp_path / "reading.jsonl").write_bytes(b'{"read": ["a"]}\n')

    assert ReportsRead(tmp_path).load() == {}
    assert ReportsRead(tmp_path / "nowhere").load() == {}


def test_a_half_written_line_costs_that_line_only(tmp_path: Path) -> None:
    state = ReportsRead(tmp_path)
    state.remember(made("a"))
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"report": {"id": "b"')

    state.remember(made("c"))
    again = ReportsRead(tmp_path)

    assert set(again.load()) == {"a", "c"}
    assert [problem.line for problem in again.problems] == [2]


def test_what_stands_in_a_foreign_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(
        b'{"report": 7, "forgotten": "a"}\n{"forgotten": [1, ["a"]]}\n[]\n\xff\n'
        b'{"report": {"id": "a", "text": "t", "points": [3, {}, {"h": "WHAT", "w": "x", "a": {"v": "NaN", "on": "x"}}]}}\n'
    )

    found = ReportsRead(tmp_path).load()

    assert found["a"].points == (Point("WHAT", "", "x", amount=Amount(None)),)


def test_what_the_samples_tell_is_remembered_whole() -> None:
    for article in articles([str(resources.seeds())]):
        assert isinstance(article, Article)
        told = report(analyse(article))

        assert report_of(as_object(told)) == told


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=20), st.booleans())
def test_every_point_comes_back_as_it_was(value: Decimal, words: str, is_key: bool) -> None:
    point = Point("HURT", words, words, words, "denied", "killed||", Amount(value, words=words), not is_key, is_key)
    told = Report("a", words, words, "", "t", (point,))

    assert report_of(as_object(told)) == told
