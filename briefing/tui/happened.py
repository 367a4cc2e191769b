"""What happened beside the screen, as messages to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.library import Listed
from briefing.model import Analysis, Article, ArticleRef, Mark, Unreadable
from briefing.reading.choice import Option
from briefing.reading.grouping import Grouping
from briefing.reading.rows import Row
from briefing.tui.restored import Restored

if TYPE_CHECKING:
    from briefing.reading.finding import Searched
    from briefing.reading.name_index import NameIndex
    from briefing.reading.story.view import Wish
    from briefing.reading.table import Table
    from briefing.stories import Group, Story
    from briefing.stories.news import News


@dataclass(eq=False, repr=False)
class WasRestored(Message):
    """What the sessions before had left was read."""

    left: Restored


@dataclass(eq=False, repr=False)
class ListChanged(Message):
    """Files were read, have come, changed or gone."""

    listed: Listed


@dataclass(eq=False, repr=False)
class WasLoaded(Message):
    """The article of a row was read, to be opened at an offset."""

    row: Row
    found: Article | Unreadable
    at: int


@dataclass(eq=False, repr=False)
class WasAnalysed(Message):
    """The facts of an article were found."""

    analysis: Analysis


@dataclass(eq=False, repr=False)
class WasFound(Message):
    """Places that hold words were found in another article; `complete` when there are no more."""

    about: str
    options: tuple[Option, ...]
    complete: bool


@dataclass(eq=False, repr=False)
class StoryStaged(Message):
    """So far is what is done for the story that was wished for."""

    wish: Wish
    stage: str


@dataclass(eq=False, repr=False)
class StoryGathered(Message):
    """The reports of a story were found."""

    wish: Wish
    group: Group
    stage: str


@dataclass(eq=False, repr=False)
class StoryTold(Message):
    """The reports of a story were compared."""

    wish: Wish
    group: Group
    story: Story
    news: News


@dataclass(eq=False, repr=False)
class GroupingStaged(Message):
    """So far is the grouping of the list into stories."""

    stage: str


@dataclass(eq=False, repr=False)
class WasGrouped(Message):
    """The list was grouped into stories."""

    stories: Grouping


@dataclass(eq=False, repr=False)
class NamesGathered(Message):
    """Names of articles were gathered, by what the user says of names as its fingerprint tells."""

    index: NameIndex
    fingerprint: str


@dataclass(eq=False, repr=False)
class NoteFinished(Message):
    """A note is to be kept as it was written."""

    words: str


@dataclass(eq=False, repr=False)
class NoteElsewhere(Message):
    """A note is to be written on in the user's own editor."""

    words: str


@dataclass(eq=False, repr=False)
class MarksKept(Message):
    """Marks are on the disk."""

    marks: tuple[Mark, ...]


@dataclass(eq=False, repr=False)
class HomesFound(Message):
    """Articles that have changed were found again, by the ids under which marks were made on them."""

    homes: Mapping[str, ArticleRef]


@dataclass(eq=False, repr=False)
class WasRefused(Message):
    """Something could not be written."""

    reason: str


@dataclass(eq=False, repr=False)
class WasSearched(Message):
    """Something was found in all articles for what is being typed."""

    found: Searched


@dataclass(eq=False, repr=False)
class AllFound(Message):
    """All articles were found that a search finds, by their numbers in a table."""

    text: str
    table: Table
    numbers: frozenset[int]
    fault: str = ""
    is_again: bool = False
    """Whether they are shown already, and the list has changed since."""
