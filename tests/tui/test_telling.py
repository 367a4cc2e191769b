from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from textual.message import Message

from briefing.model import NO_NAMES, Analysis, Article, Names, Unreadable
from briefing.pipeline import analyse
from briefing.reading.rows import Row
from briefing.reading.state import Reading
from briefing.reading.story.view import Wish
from briefing.stories import NO_CHOICES, Choices
from briefing.stories.news import news
from briefing.tui.happened import StoryGathered, StoryTold, WasGrouped, WasRefused
from briefing.tui.telling import Teller, beside
from tests.reading.story.telling import ARTICLES, POST, REPRINT, TIDE, WIRE, reading


class Folder:
    """The articles of the tests, some of which cannot be analysed, some not read any more."""

    def __init__(self, *, faulty: str = "", gone: str = "") -> None:
        self.faulty = faulty
        self.gone = gone
        self.opened: list[str] = []

    def article(self, row: Row) -> Article | Unreadable:
        self.opened.append(row.id)
        return Unreadable(row.path, "it is no longer there") if row.id == self.gone else ARTICLES[row.id]

    def of(self, article: Article, own: Names) -> Analysis:
        if article.id == self.faulty:
            raise ValueError("no such word")
        return analyse(article, own=own)


def told(
    there: Reading, article: Article, *, folder: Folder | None = None, choices: Choices = NO_CHOICES
) -> list[Message]:
    """Return all that is posted while the story of an article is told."""
    posted: list[Message] = []
    files = folder or Folder()
    row = there.shelf.row_of(article.id)
    assert row
    with ThreadPoolExecutor(1) as alone:
        teller = Teller(files, files, alone=alone)
        teller.tell(
            Wish(row),
            there.shelf,
            posted.append,
            choices=choices,
            own=NO_NAMES,
            news=lambda found: news(found, ()),
            stopped=lambda: False,
        )
    return posted


def members(posted: list[Message]) -> set[str]:
    [found] = [message for message in posted if isinstance(message, StoryTold)]
    return {article.id for article in found.group.articles}


def test_the_reports_are_shown_before_they_are_compared() -> None:
    posted = told(reading(), POST)
    kinds = [type(message) for message in posted if isinstance(message, StoryGathered | StoryTold)]

    assert kinds == [StoryGathered, StoryTold]
    assert members(posted) == {POST.id, WIRE.id, REPRINT.id}


def test_what_the_user_has_split_and_joined_is_kept_to() -> None:
    assert members(told(reading(), POST, choices=Choices(apart=((POST.id, WIRE.id), (REPRINT.id, WIRE.id))))) == {
        POST.id,
        REPRINT.id,
    }
    assert TIDE.id in members(told(reading(), POST, choices=Choices(together=((POST.id, TIDE.id),))))


def test_a_fault_of_a_recogniser_costs_only_its_report() -> None:
    posted = told(reading(), POST, folder=Folder(faulty=WIRE.id))

    [refused] = [message for message in posted if isinstance(message, WasRefused)]
    [found] = [message for message in posted if isinstance(message, StoryTold)]
    assert "no such word" in refused.reason
    assert {analysis.article.id for analysis in found.story.analyses} == {POST.id, REPRINT.id}


def test_a_report_that_is_gone_is_left_out() -> None:
    assert members(told(reading(), POST, folder=Folder(gone=WIRE.id))) == {POST.id, REPRINT.id}


def test_the_story_of_an_article_that_is_gone_is_not_told() -> None:
    assert not [
        message for message in told(reading(), POST, folder=Folder(gone=POST.id)) if isinstance(message, StoryTold)
    ]


def test_a_list_is_grouped_as_a_whole() -> None:
    there, folder = reading(), Folder()
    posted: list[Message] = []
    with ThreadPoolExecutor(1) as alone:
        teller = Teller(folder, folder, alone=alone)
        teller.group(there.shelf.table, posted.append, choices=NO_CHOICES, stopped=lambda: False)

    [found] = [message for message in posted if isinstance(message, WasGrouped)]
    assert found.stories.members(POST.id) == {POST.id, WIRE.id, REPRINT.id}
    assert found.stories.members(TIDE.id) == {TIDE.id}
    assert len(found.stories.reprints) == 1


def test_work_that_is_not_wanted_any_more_is_not_waited_for() -> None:
    never = Event()

    assert beside(never.wait, stopped=lambda: True) is None
    never.set()


def test_a_fault_in_work_beside_is_raised_where_it_is_waited_for() -> None:
    def fails() -> None:
        raise ValueError("no such word")

    with pytest.raises(ValueError, match="no such word"):
        beside(fails, stopped=lambda: False)
