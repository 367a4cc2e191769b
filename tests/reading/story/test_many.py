"""A story of very many reports on the screen."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.model import Article
from briefing.reading.story.reports import reports
from briefing.stories import Group
from briefing.stories.compare import MOST_ARTICLES, spread
from tests.reading.story.telling import in_story
from tests.reading.story.test_story_screen import done, text

MANY = tuple(
    Article(
        f"a{number}",
        f"{number}.txt",
        "Fire",
        "Fire",
        published=date(2024, 5, 6) + timedelta(number // 100),
        source=f"Post {number}",
    )
    for number in range(500)
)


def test_of_many_reports_the_first_are_named_and_the_others_counted() -> None:
    shown = reports(Group("s", MANY, "Fire", (), ())).named(article.id for article in MANY[:40])

    assert shown.replace("\u00a0", " ") == "Post 0, Post 1, Post 2, Post 3, Post 4, Post 5 and 34 more"


def test_seven_reports_are_named() -> None:
    shown = reports(Group("s", MANY, "Fire", (), ())).named(article.id for article in MANY[:7])

    assert shown.endswith("Post\u00a06")


def test_those_that_are_compared_are_of_all_days() -> None:
    chosen = spread(MANY)

    assert len(chosen) == MOST_ARTICLES == len(set(chosen))
    assert chosen == sorted(chosen, key=MANY.index)
    assert (chosen[0], chosen[-1]) == (MANY[0], MANY[-1])
    assert {article.day for article in chosen} == {article.day for article in MANY}


def test_few_are_all_compared() -> None:
    assert spread(MANY[:MOST_ARTICLES]) == list(MANY[:MOST_ARTICLES])


def test_one_text_that_is_carried_twice_has_nothing_beside_it() -> None:
    there = in_story("post", "reprint")

    assert "1 text of its own" in text(there)
    assert "All reports are one text" in text(done(there, "story_compare"))
