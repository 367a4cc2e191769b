from __future__ import annotations

from datetime import date

from briefing.stories.timeline import timeline
from tests.stories.reports import report


def days(*texts: str) -> list[tuple[date | None, date | None]]:
    found = timeline([report(str(number), text) for number, text in enumerate(texts)])
    return [(moment.first, moment.last) for moment in found if moment.first]


def test_one_day_told_by_two_reports_is_one_line() -> None:
    assert days("The ferry sank on 3 May 2024 off Tolna.", "Off Tolna the ferry sank on 3 May 2024.") == [
        (date(2024, 5, 3), date(2024, 5, 3))
    ]


def test_a_month_is_left_out_where_another_report_names_the_day_in_it() -> None:
    found = days("The war in Gaza began in October 2023.", "The war in Gaza began on 7 October 2023.")

    assert found == [(date(2023, 10, 7), date(2023, 10, 7))]


def test_a_month_of_something_else_stays() -> None:
    found = days("Exports of timber fell in October 2023.", "The war in Gaza began on 7 October 2023.")

    assert len(found) == 2


def test_an_event_without_a_day_comes_last() -> None:
    found = timeline([report("a", "Rebels attacked a base near Karsk. The ferry sank on 3 May 2024 off Tolna.")])

    assert [moment.first is None for moment in found] == sorted(moment.first is None for moment in found)


def test_a_line_of_the_timeline_leads_to_the_words_of_each_report() -> None:
    reports = [
        report("a", "The ferry sank on 3 May 2024 off Tolna."),
        report("b", "Off Tolna the ferry sank on 3 May."),
    ]

    [moment] = timeline(reports)

    assert tuple(value.article for value in moment.values) == moment.articles == ("a", "b")
    assert all(value.text == value.span.of(one.article.text) for value, one in zip(moment.values, reports, strict=True))
