from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.reading.story.reports import days, reports
from briefing.stories import Group
from tests.reading.story.telling import POST, REPRINT, WIRE


def names(group: Group) -> list[str]:
    found = reports(group)
    return [found.plain_name(article.id) for article in group.articles]


def test_a_report_is_called_by_its_outlet() -> None:
    assert names(Group("s", (POST, WIRE), "")) == ["Harbour Post", "Tessera Wire"]


def test_two_of_one_outlet_are_told_apart_by_their_days() -> None:
    again = replace(POST, id="again", published=date(2024, 5, 8))

    assert names(Group("s", (POST, again), "")) == ["Harbour Post, 6 May", "Harbour Post, 8 May"]


def test_two_of_one_outlet_and_day_are_told_apart_by_a_number() -> None:
    again = replace(POST, id="again")

    assert names(Group("s", (POST, WIRE, again), "")) == [
        "Harbour Post, 6 May (1)",
        "Tessera Wire",
        "Harbour Post, 6 May (3)",
    ]


def test_a_report_without_an_outlet_is_called_by_its_number() -> None:
    assert names(Group("s", (replace(POST, source=None), WIRE), "")) == ["report 1", "Tessera Wire"]


def test_a_reprint_is_no_origin() -> None:
    found = reports(Group("s", (POST, WIRE, REPRINT), "", reprints=((POST.id, REPRINT.id),)))

    assert (found.origins, found.reprint_of) == (2, {REPRINT.id: POST.id})


def test_all_of_several_are_named_in_one_word() -> None:
    found = reports(Group("s", (POST, WIRE, REPRINT), ""))

    assert found.named([POST.id, WIRE.id, REPRINT.id, POST.id]) == "all\u00a03"
    assert found.named([POST.id]) == "Harbour\u00a0Post"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2024, 5, 6), (2024, 5, 6), "Mon 6 May 2024"),
        ((2024, 5, 6), (2024, 5, 8), "6 to 8 May 2024"),
        ((2024, 2, 1), (2024, 2, 29), "Feb 2024"),
        ((2023, 9, 1), (2023, 11, 30), "Sep to Nov 2023"),
        ((2023, 12, 1), (2024, 1, 31), "Dec 2023 to Jan 2024"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((1990, 1, 1), (1999, 12, 31), "1990 to 1999"),
        ((2024, 1, 20), (2024, 2, 3), "20 Jan to 3 Feb 2024"),
        ((2023, 12, 20), (2024, 1, 3), "20 Dec 2023 to 3 Jan 2024"),
        ((9999, 12, 1), (9999, 12, 31), "Dec 9999"),
    ],
)
def test_days_are_told_as_short_as_can_be(first: tuple[int, int, int], last: tuple[int, int, int], told: str) -> None:
    assert days(date(*first), date(*last)).replace("\u00a0", " ") == told


def test_what_has_no_day_says_so() -> None:
    assert days(None, None) == "no date"
