from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from textual.message import Message

from briefing.model import Article, EntityType, Names, Unreadable
from briefing.pipeline import analyse
from briefing.reading.name_index import ArticleNames, names_of
from briefing.reading.rows import Row, row_of
from briefing.reading.table import Table
from briefing.tui.happened import NamesGathered
from briefing.tui.naming import Looking, Namer
from tests.reading.samples import HARBOUR, TIDE

BROKEN = Unreadable("gone.txt", "it is gone")


class Shelf:
    """Two articles, and how often they were read."""

    def __init__(self) -> None:
        self.read = 0

    def article(self, row: Row) -> Article | Unreadable:
        self.read += 1
        return next((one for one in (HARBOUR, TIDE) if one.id == row.id), BROKEN)

    def names(self, article: Article, own: Names) -> ArticleNames:
        return names_of(analyse(article, own=own))


class Known:
    """A source that knows what each row names without reading it."""

    def names(self, row: Row) -> ArticleNames | None:
        return ArticleNames(row.day, ((row.title, EntityType.WORK, 1),))


def gathered(namer: Namer, *rows: Row) -> NamesGathered:
    posted: list[Message] = []
    namer.gather(Table().grown(rows), posted.append, stopped=lambda: False)
    last = posted[-1]
    assert isinstance(last, NamesGathered)
    return last


def test_articles_are_looked_at_once_and_what_cannot_be_read_costs_nothing() -> None:
    shelf = Shelf()
    with ThreadPoolExecutor() as alone:
        namer = Namer(Looking(shelf, Names(), alone=alone), Names())
        first = gathered(namer, row_of(HARBOUR), row_of(BROKEN))
        again = gathered(namer, row_of(HARBOUR), row_of(TIDE))

    assert first.index.complete
    assert first.index.articles == 1
    assert "Ida Brandt" in {thing.name for thing in first.index.things}
    assert again.index.articles == 2
    assert shelf.read == 2


def test_another_source_slots_in() -> None:
    there = gathered(Namer(Known(), Names(none=(("x", None),))), row_of(HARBOUR))

    assert [thing.name for thing in there.index.things] == [HARBOUR.title]
    assert there.fingerprint == Names(none=(("x", None),)).fingerprint


def test_gathering_stops_when_it_is_not_wanted_any_more() -> None:
    posted: list[Message] = []

    Namer(Known(), Names()).gather(Table().grown([row_of(HARBOUR)]), posted.append, stopped=lambda: True)

    assert posted == []
