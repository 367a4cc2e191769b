"""Opening articles: what is wanted, what is there, what was found in it, and where in it to go."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Analysis, Article
from briefing.reading import browsing
from briefing.reading import jumps as jumping
from briefing.reading import page as paging
from briefing.reading import panel as paneling
from briefing.reading.frame import Pane
from briefing.reading.jumps import Place
from briefing.reading.markings import placed
from briefing.reading.page import Page
from briefing.reading.rows import Row
from briefing.reading.state import Reading, Target, fitted, focused, lit, noticed, read, read_in_focus, struck


def wanting(reading: Reading, row: Row, *, at: int | None = None, is_asked_for: bool = True) -> Reading:
    """Return the reading with `row` to be opened; its reason as a notice where it can't be."""
    if not row.readable:
        return replace(reading, notice=f"{row.path}: {row.title}")
    return replace(reading, wanted=Target(row, at, is_asked_for=is_asked_for))


def at_rest(reading: Reading) -> bool:
    """Return whether nothing is under way that belongs to the text as it is: no selection, note, list or line typed."""
    under_way = (reading.wanted, reading.prompt, reading.choice, reading.draft, reading.attaching, reading.story_open)
    return not any(under_way) and (reading.page is None or reading.page.anchor is None)


def renewed(reading: Reading) -> Reading:
    """Return the reading on its way to the newer text of the open article, where its file holds another one by now.

    Of several articles in the file it is the one of the same title, else of the same outlet and day.
    """
    page, table = reading.page, reading.shelf.table
    if page is None or reading.shelf.row_of(page.article.id):
        return reading
    article = page.article
    rows = [row for row in map(table.row, table.with_path(article.path)) if row.readable]
    titled = [row for row in rows if row.title == article.title]
    alike = titled or [row for row in rows if (row.source, row.day) == (article.source, article.day)]
    if len(alike) != 1:
        return reading
    return replace(reading, wanted=Target(alike[0], is_asked_for=False, is_newer=True))


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
        return fitted(read(shown))
    return fitted(read_in_focus(shown))


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


def jumped(reading: Reading, at: int) -> Reading:
    """Return the reading with the cursor at `at` in the open article, the place it left remembered."""
    if reading.page is None or reading.here is None:
        return reading
    behind = jumping.left(reading.jumps, reading.here)
    return replace(reading, page=paging.jumped(reading.page, at), jumps=behind)


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
