from __future__ import annotations

from datetime import date

from briefing.stories.timeline import timeline
from tests.stories.reports import DAY, report


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


def told(*texts: str, days: tuple[date, ...] = (), headline: int | None = None) -> list[str]:
    analyses = [
        report(str(number), text, days[number] if days else DAY, headline=headline) for number, text in enumerate(texts)
    ]
    return [f"{moment.first or 'undated'} {moment.text}" for moment in timeline(analyses)]


def test_a_sentence_is_told_whole() -> None:
    text = "On Monday, the army said, a base west of Karsk was hit by rockets, and a part of it burned down."

    assert told(text) == [f"2024-05-06 {text}"]


def test_a_part_of_a_long_sentence_shows_that_it_is_one() -> None:
    text = (
        "The bank expects that prices will rise by 2.6 percent in 2025, "
        + "according to its new forecast, " * 6
        + "he said."
    )

    (line,) = told(text)

    assert line.startswith("2025-01-01 The bank expects")
    assert line.endswith("…")


def test_a_stretch_between_two_days_is_one_line() -> None:
    assert days("As much rain fell between Friday and Sunday as in two months.") == [
        (date(2024, 5, 3), date(2024, 5, 5))
    ]


def test_a_date_that_points_back_is_no_day() -> None:
    assert days("The river rose above the record of 1997. People had left their homes by then.") == [
        (date(1997, 1, 1), date(1997, 12, 31))
    ]


def test_money_of_today_is_no_day() -> None:
    assert days("The flood of 1997 cost 180 million euros in today’s money.") == [
        (date(1997, 1, 1), date(1997, 12, 31))
    ]


def test_an_event_of_a_sentence_or_a_headline_that_is_told_is_not_told_again_without_a_day() -> None:
    text = "Rebels attack a base\n\nRebels attacked a base near Karsk, the army said on Monday."

    assert [line for line in told(text, headline=20) if line.startswith("undated")] == []


def test_an_hour_without_its_day_is_of_the_day_of_the_main_event() -> None:
    found = told(
        "Two ferries collided off Karsk on Monday.",
        "Divers found two bodies on Tuesday. The ministry put the collision at 6.42 am.",
        days=(DAY, date(2024, 5, 7)),
    )

    assert "2024-05-06 The ministry put the collision at 6.42 am." in found
