"""All that the screen shows, as one value, and the steps that change it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from briefing.model import ArticleRef, FactRef, Mark, MarkKind
from briefing.reading import choice as choosing
from briefing.reading import page as paging
from briefing.reading import panel as paneling
from briefing.reading import shelf as shelving
from briefing.reading.aims import Draft
from briefing.reading.choice import Choice
from briefing.reading.corrections import Corrections
from briefing.reading.frame import DEFAULT_MEASURE, Frame, Pane, choice_box, framed, story_box
from briefing.reading.history import History
from briefing.reading.jumps import Jumps, Place
from briefing.reading.markings import Markings, moved, placed
from briefing.reading.markings import with_marks as merged
from briefing.reading.page import Page
from briefing.reading.panel import Panel
from briefing.reading.prompt import Prompt
from briefing.reading.rows import Row
from briefing.reading.shelf import Shelf
from briefing.reading.table import Table
from briefing.values import dataclass

if TYPE_CHECKING:
    from briefing.reading.name_index import NameIndex
    from briefing.reading.story.view import StoryView

ROOM_FOR_ONE_LINE: Final = 60
"""Cells from which a row of the list has date, title and source on one line."""


@dataclass(frozen=True, slots=True)
class Target:
    """An article that is to be opened, and where."""

    row: Row
    at: int | None = None
    """An offset; None for where it was left."""
    mark: str = ""
    """The id of a mark whose words to go to."""
    is_asked_for: bool = True
    """Whether it counts as read when it is open: not, where it is only shown beside the list at the start."""
    is_newer: bool = False
    """Whether it is the open article with the text that its file holds by now."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the screen shows."""

    width: int = 80
    height: int = 24
    measure: int = DEFAULT_MEASURE
    heard: bool = False
    """Whether the screen is listened to: then no two panes stand side by side, to be read across."""
    shelf: Shelf = field(default_factory=Shelf)
    page: Page | None = None
    panel: Panel = field(default_factory=Panel)
    focus: Pane = Pane.LIST
    facts: bool | None = None
    """Whether the key facts are wanted; None for what the size suggests."""
    quiet: bool = False
    """Whether nothing but the article is wanted."""
    wanted: Target | None = None
    """The article that is being opened; None when that is done."""
    jumps: Jumps = field(default_factory=Jumps)
    marks: Markings = field(default_factory=Markings)
    """All that the user has marked."""
    corrections: Corrections = field(default_factory=Corrections)
    """What the user has said of names and stories."""
    names: NameIndex | None = None
    """What all articles name, as far as it has been gathered; None until it is asked for."""
    history: History = field(default_factory=History)
    draft: Draft | None = None
    """The note that is being written."""
    attaching: Mark | None = None
    """A mark that had lost its words and is to be attached to others."""
    story: StoryView | None = None
    """The story screen; kept while one has gone from it to an article."""
    choice: Choice | None = None
    """The list that is being chosen from."""
    prompt: Prompt | None = None
    """The line that is being typed."""
    notice: str = ""
    """What was just done, or could not be: in place of the keys, until the next key."""

    @property
    def frame(self) -> Frame:
        """Where the panes are."""
        return self._framed(self.focus, facts=self.shows_facts, quiet=self.quiet)

    def _framed(self, focus: Pane, *, facts: bool, quiet: bool) -> Frame:
        return framed(
            self.width,
            self.height,
            focus=focus,
            facts=facts,
            quiet=quiet,
            measure=self.measure,
            beside=not self.heard,
        )

    @property
    def reader_frame(self) -> Frame:
        """Where the panes are once the keys go to the reader."""
        return self._framed(Pane.READER, facts=self.shows_facts, quiet=self.quiet)

    @property
    def shows_facts(self) -> bool:
        """Whether the facts pane is to be seen where there is room for it."""
        wide = self._framed(self.focus, facts=False, quiet=False).wide
        return self.focus is Pane.FACTS or (wide if self.facts is None else self.facts)

    @property
    def story_open(self) -> StoryView | None:
        """The story screen while it is to be seen."""
        return self.story if self.story and self.story.is_open else None

    @property
    def here(self) -> Place | None:
        """Where the cursor is: in the open article, or on the story screen."""
        if self.story_open:
            return Place(self.story_open.wish.row.id, 0, in_story=True)
        return Place(self.page.article.id, self.page.at) if self.page else None


def fitted(reading: Reading) -> Reading:
    """Return the reading with list, page and panel of the sizes that the frame gives them."""
    frame = reading.frame
    shelf, page, panel = reading.shelf, reading.page, reading.panel
    if frame.list:
        two_lines = frame.wide or frame.list.width < ROOM_FOR_ONE_LINE
        shelf = shelving.sized(shelf, height=frame.list.height - frame.headings, row_height=2 if two_lines else 1)
    if page and frame.reader:
        page = paging.resized(page, width=frame.text_width, height=frame.reader.height - frame.headings)
    if frame.facts:
        panel = paneling.sized(panel, width=frame.facts.width - 2, height=frame.facts.height - 1)
    choice = reading.choice
    if choice:
        choice = choosing.sized(choice, choice_box(reading.width, reading.height, len(choice.options)).height - 2)
    story = reading.story and _story_sized(reading, reading.story)
    if (shelf, page, panel, choice) == (reading.shelf, reading.page, reading.panel, reading.choice):
        return reading if story is reading.story else replace(reading, story=story)
    return replace(reading, shelf=shelf, page=page, panel=panel, choice=choice, story=story)


def _story_sized(reading: Reading, story: StoryView) -> StoryView:
    # What the story screen needs is loaded when it is first used: the first frame does not wait for it.
    from briefing.reading.story.moving import sized

    box = story_box(reading.width, reading.height)
    return sized(story, width=box.width, height=box.height)


def resized(reading: Reading, *, width: int, height: int) -> Reading:
    """Return the reading on a screen of another size; which panes are wanted is asked anew where the mode changes."""
    before = reading.frame.wide
    sized = replace(reading, width=width, height=height)
    return fitted(replace(sized, facts=None) if sized.frame.wide != before else sized)


def arrived(reading: Reading, table: Table, *, complete: bool = True, left_out: int = 0) -> Reading:
    """Return the reading with what is known now in its list."""
    if table is reading.shelf.table and complete == reading.shelf.complete and left_out == reading.shelf.left_out:
        return reading
    shelf = replace(shelving.with_table(reading.shelf, table, complete=complete), left_out=left_out)
    return replace(reading, shelf=shelf)


def with_marks(reading: Reading, marks: Iterable[Mark], *, saved: bool) -> Reading:
    """Return the reading with these marks in place of older ones of the same id; `saved`: they are on the disk."""
    return _marked(reading, merged(reading.marks, marks, saved=saved))


def with_homes(reading: Reading, homes: Mapping[str, ArticleRef]) -> Reading:
    """Return the reading with the marks of articles that have changed, by their old ids, on the articles they are now."""
    return _marked(reading, moved(reading.marks, homes))


def _marked(reading: Reading, markings: Markings) -> Reading:
    there = replace(reading, marks=markings)
    page = reading.page
    if page is None or markings is reading.marks:
        return there
    own = markings.of(page.article.id)
    there = replace(there, page=paging.marked(page, placed(own, page.article.text, known=page.marks)))
    panel = reading.panel
    if panel.analysis and struck(own) != panel.struck:
        panel = paneling.filled(panel, panel.analysis, struck=struck(own), cursor=panel.cursor)
    return lit(replace(there, panel=panel))


def struck(marks: Iterable[Mark]) -> frozenset[FactRef]:
    """Return the facts that the user has struck as wrong."""
    return frozenset(mark.fact for mark in marks if mark.kind is MarkKind.STRUCK and mark.fact)


def focused(reading: Reading, pane: Pane) -> Reading:
    """Return the reading with the keys going to `pane`; to the reader or the facts only where an article is open."""
    if pane is reading.focus or (pane is not Pane.LIST and reading.page is None and reading.wanted is None):
        return reading
    page = reading.page
    quiet = reading.quiet and pane is Pane.READER
    if page is not None:
        page = replace(page, has_cursor=pane is Pane.READER, lit=page.lit if pane is Pane.FACTS else None)
    there = fitted(replace(reading, focus=pane, page=page, quiet=quiet))
    return lit(read_in_focus(there))


def read_in_focus(reading: Reading) -> Reading:
    """Return the reading with the open article read, if the keys go to it or to its facts."""
    if reading.page is None or reading.focus is Pane.LIST or reading.wanted:
        return reading
    return read(reading)


def read(reading: Reading) -> Reading:
    """Return the reading with the open article read."""
    if reading.page is None:
        return reading
    shelf = shelving.marked(reading.shelf, frozenset({reading.page.article.id}), read=True)
    return reading if shelf is reading.shelf else replace(reading, shelf=shelf)


def lit(reading: Reading) -> Reading:
    """Return the reading with the words of the fact under the panel's cursor lit, while the panel has the focus."""
    if reading.page is None:
        return reading
    fact = reading.panel.fact if reading.focus is Pane.FACTS else None
    page = paging.lighting(reading.page, fact.span if fact else None)
    return reading if page is reading.page else replace(reading, page=page)


def offering(reading: Reading, choice: Choice | None) -> Reading:
    """Return the reading with a list to choose from; None ends it."""
    return reading if choice is None and reading.choice is None else fitted(replace(reading, choice=choice))


def noticed(reading: Reading, notice: str) -> Reading:
    """Return the reading with a notice in the status line."""
    return reading if reading.notice == notice else replace(reading, notice=notice)
