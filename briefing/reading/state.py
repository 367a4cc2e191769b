"""All that the screen shows, as one value, and the steps that change it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from briefing.model import Analysis, Article, ArticleRef, FactRef, Mark, MarkKind
from briefing.reading import browsing
from briefing.reading import choice as choosing
from briefing.reading import jumps as jumping
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


def wanting(reading: Reading, row: Row, *, at: int | None = None, is_asked_for: bool = True) -> Reading:
    """Return the reading with `row` to be opened; its reason as a notice where it can't be."""
    if not row.readable:
        return replace(reading, notice=f"{row.path}: {row.title}")
    return replace(reading, wanted=Target(row, at, is_asked_for=is_asked_for))


def opened(reading: Reading, article: Article, *, at: int = 0, row: int = paging.CONTEXT_LINES) -> Reading:
    """Return the reading with `article` open at offset `at`, that line in `row`, and the list's cursor on it.

    It counts as read if it was asked for, else as soon as the reader pane has the focus.
    """
    frame = reading.frame
    size = frame.reader or reading.reader_frame.reader
    height = (size.height if size else reading.height) - frame.headings
    marks = placed(reading.marks.of(article.id), article.text)
    page = paging.opened(article, width=frame.text_width, height=height, at=at, row=row, marks=marks)
    page = replace(page, has_cursor=reading.focus is Pane.READER)
    if reading.wanted and reading.wanted.mark:
        page = paging.jumped(page, _mark_place(page, reading.wanted.mark, at))
    lost = sum(one.is_lost for one in page.marks)
    shown = replace(
        reading,
        notice=f"{lost} of the marks here lost their words: M lists them" if lost else reading.notice,
        page=page,
        panel=paneling.emptied(reading.panel),
        shelf=browsing.on_article(reading.shelf, article.id, row=reading.wanted.row if reading.wanted else None),
        wanted=None,
    )
    if reading.wanted and reading.wanted.is_asked_for:
        return fitted(_read(shown))
    return fitted(_read_if_in_focus(shown))


def analysed(reading: Reading, analysis: Analysis) -> Reading:
    """Return the reading with the facts of the open article; unchanged if the reader has moved on since."""
    if reading.page is None or reading.page.article is not analysis.article:
        return reading
    told = struck(reading.marks.of(analysis.article.id))
    before = reading.panel.fact
    panel = paneling.filled(reading.panel, analysis, struck=told)
    if before and reading.panel.analysis and reading.panel.analysis.article is analysis.article:
        # The same article, looked at anew: the cursor stays on its fact.
        panel = paneling.on_fact(panel, next((at for at, one in enumerate(panel.shown) if one == before), 0))
    return lit(replace(reading, page=paging.analysed(reading.page, analysis), panel=panel))


def read_analysis(reading: Reading) -> Analysis | None:
    """Return what was found in the open article, once it counts as read; None until then."""
    page = reading.page
    return page.analysis if page is not None and page.article.id in reading.shelf.read else None


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
    return lit(_read_if_in_focus(there))


def lit(reading: Reading) -> Reading:
    """Return the reading with the words of the fact under the panel's cursor lit, while the panel has the focus."""
    if reading.page is None:
        return reading
    fact = reading.panel.fact if reading.focus is Pane.FACTS else None
    page = paging.lighting(reading.page, fact.span if fact else None)
    return reading if page is reading.page else replace(reading, page=page)


def jumped(reading: Reading, at: int) -> Reading:
    """Return the reading with the cursor at `at` in the open article, the place it left remembered."""
    if reading.page is None or reading.here is None:
        return reading
    behind = jumping.left(reading.jumps, reading.here)
    return replace(reading, page=paging.jumped(reading.page, at), jumps=behind)


def offering(reading: Reading, choice: Choice | None) -> Reading:
    """Return the reading with a list to choose from; None ends it."""
    return reading if choice is None and reading.choice is None else fitted(replace(reading, choice=choice))


def going(reading: Reading, place: Place) -> Reading:
    """Return the reading on its way to a place, in the open article or in another one of the list."""
    jumps = jumping.left(reading.jumps, reading.here) if reading.here else reading.jumps
    story = replace(reading.story, is_open=False) if reading.story else None
    if reading.page and place.article == reading.page.article.id:
        page = paging.jumped(reading.page, _mark_place(reading.page, place.mark, place.at))
        return focused(replace(reading, page=page, jumps=jumps, story=story), Pane.READER)
    row = reading.shelf.row_of(place.article)
    if row is None:
        return noticed(reading, "that article is not among those that are open")
    there = wanting(replace(reading, jumps=jumps, story=story), row, at=place.at)
    if there.wanted:
        there = replace(there, wanted=replace(there.wanted, mark=place.mark))
    return focused(there, Pane.READER)


def _mark_place(page: Page, mark: str, at: int) -> int:
    """Return where the words of a mark are now; `at` where they are not found."""
    return next((one.span.start for one in page.marks if one.mark.id == mark and one.span and one.certain), at)


def noticed(reading: Reading, notice: str) -> Reading:
    """Return the reading with a notice in the status line."""
    return reading if reading.notice == notice else replace(reading, notice=notice)


def _read_if_in_focus(reading: Reading) -> Reading:
    if reading.page is None or reading.focus is Pane.LIST or reading.wanted:
        return reading
    return _read(reading)


def _read(reading: Reading) -> Reading:
    if reading.page is None:
        return reading
    shelf = shelving.marked(reading.shelf, frozenset({reading.page.article.id}), read=True)
    return reading if shelf is reading.shelf else replace(reading, shelf=shelf)
