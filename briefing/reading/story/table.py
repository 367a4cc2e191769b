"""The comparison as a table: a line for each fact, a column for each report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.reading.drawing.pieces import Piece, in_lines
from briefing.reading.story.card import sign
from briefing.reading.story.evidence import INDENT, lay_grounds, origins, told
from briefing.reading.story.laying import CELL, CELL_SIGN, MARGIN, Fact, Fold, Laid, Laying
from briefing.reading.story.reports import Reports, short
from briefing.reading.story.slots import label
from briefing.reading.story.standing import HEADINGS, Standing, standing
from briefing.reading.story.view import StoryView
from briefing.reading.wrapping import cells, padded
from briefing.stories import Comparison

SLOT: Final = 14
"""Cells of the column that names the fact, its sign before it not counted."""
LEAST: Final = 17
"""Cells of a column in which prose can still be read."""
GAP: Final = 2
MOST_LINES: Final = 3
"""Lines of a cell; the whole of what is said stands in the sentence that Enter shows."""
SINGLE: Final = Fold("told by one")


def columns(view: StoryView) -> tuple[str, ...]:
    """Return the ids of the articles that have a column: those that any line holds, in the order of the story."""
    if view.story is None or view.reports is None:
        return ()
    told = {value.article for line in view.story.compare for value in line.values}
    return tuple(article.id for article in view.reports.articles if article.id in told)


def seen(view: StoryView) -> tuple[str, ...]:
    """Return the articles whose columns fit beside each other, that of the cursor among them."""
    every = columns(view)
    room = max(1, (view.width - SLOT - 5) // (LEAST + GAP))
    first = max(0, min(view.column - room // 2, len(every) - room))
    return every[first : first + room]


def table(view: StoryView) -> Laid:
    """Return the table; on a narrow screen what each report says stands in lines of its own."""
    laying = Laying(view.width)
    story, reports = view.story, view.reports
    if reports is None:
        laying.hanging((MARGIN,), (Piece(view.stage, "dim"),))
        return laying.done()
    if story is None or not story.compare:
        laying.hanging((MARGIN,), (Piece(_nothing(view, reports), "dim"),))
        return laying.done()
    is_narrow = view.is_narrow
    above: Standing | None = None
    for number, line in _ordered(story.compare):
        kind = standing(line)
        if kind is not above:
            above = kind
            _heading(laying, view, kind, story.compare)
        if kind is Standing.ONLY and SINGLE not in view.unfolded:
            continue
        laying.target(Fact(number))
        height = (_stacked if is_narrow else _row)(laying, view, reports, line, kind)
        if Fact(number) in view.unfolded:
            why = f"{line.why} · {origins(line, view)}"
            laying.hanging((INDENT,), (Piece(why, "dim"),))
            lay_grounds(laying, line.values, view)
        if height > 1 or Fact(number) in view.unfolded:
            # Prose in columns needs air to be told from the next line's; numbers read best one below the other.
            laying.blank()
    return laying.done(head=() if is_narrow else _head(view, reports))


def _ordered(lines: tuple[Comparison, ...]) -> list[tuple[int, Comparison]]:
    """Return the lines with their numbers, those that part the reports first."""
    kinds = list(Standing)
    return sorted(enumerate(lines), key=lambda pair: (kinds.index(standing(pair[1])), pair[0]))


def _nothing(view: StoryView, reports: Reports) -> str:
    if view.story is None:
        return view.stage or "Looking for the story."
    if len(reports.articles) == 1:
        return "There is one report only: nothing stands beside it. + joins another story to it."
    if reports.origins == 1:
        return "All reports are one text: nothing stands beside it. + joins another story to it."
    return "Nothing that two of the reports tell was found."


def _heading(laying: Laying, view: StoryView, kind: Standing, lines: tuple[Comparison, ...]) -> None:
    count = sum(standing(line) is kind for line in lines)
    if kind is not Standing.ONLY:
        laying.heading(HEADINGS[kind])
        return
    laying.blank()
    laying.target(SINGLE)
    told = f"  {count} facts" if SINGLE in view.unfolded else f"  {count} facts: Enter shows them"
    laying.hanging((MARGIN,), (Piece(HEADINGS[kind], "fact-heading"), Piece(told, "dim")))


def _widths(view: StoryView) -> list[int]:
    shown = seen(view)
    room = view.width - SLOT - 4 - GAP * len(shown)
    each = room // max(1, len(shown))
    return [each] * len(shown)


def _head(view: StoryView, reports: Reports) -> Iterator[tuple[Piece, ...]]:
    """Yield the names of the reports above their columns, and below them their days."""
    shown, every = seen(view), columns(view)
    names = [
        [piece.text for piece in in_lines(reports.plain_name(article), "text", width=width - 1)]
        for article, width in zip(shown, _widths(view), strict=True)
    ]
    lines = max(map(len, names), default=0)
    here = every[view.column] if view.column < len(every) else ""
    first = every.index(shown[0]) + 1 if shown else 0
    of_all = f"{first}-{first + len(shown) - 1} of {len(every)}" if len(shown) < len(every) else ""
    for number in range(lines + 1):
        drawn = [Piece(padded(f"   {of_all}" if number == lines else "", SLOT + 3), "dim")]
        for article, name, width in zip(shown, names, _widths(view), strict=True):
            found = reports.article(article)
            day = short(found.day) if found and found.day else "no date"
            words = day if number == lines else name[number] if number < len(name) else ""
            style = "dim" if number == lines else "heading-focus" if article == here else "bar-name"
            drawn += (Piece(" " * GAP, "text"), Piece(words, style), Piece(" " * (width - cells(words)), "text"))
        yield tuple(drawn)
    yield ()


def _row(laying: Laying, view: StoryView, reports: Reports, line: Comparison, kind: Standing) -> int:
    """Lay a fact as a row, its name and beside it what each report says of it; return how many lines it takes."""
    del reports
    names = in_lines(label(line), "fact-label", width=SLOT - 1)
    every = columns(view)
    texts = [_cell(view, line, article, width) for article, width in zip(seen(view), _widths(view), strict=True)]
    height = max(len(names), *map(len, texts))
    for number in range(height):
        drawn = [sign(kind) if not number else MARGIN]
        name = names[number].text if number < len(names) else ""
        drawn.append(Piece(padded(name, SLOT), "fact-label"))
        for article, text, width in zip(seen(view), texts, _widths(view), strict=True):
            is_here = every.index(article) == view.column
            words = text[number] if number < len(text) else "" if number else "–"
            drawn.append(Piece(" ›", CELL_SIGN) if is_here and not number else Piece(" " * GAP, "text"))
            drawn.append(Piece(padded(words, width), "dim" if not text else CELL if is_here else "text"))
        laying.line(*drawn)
    return height


def _cell(view: StoryView, line: Comparison, article: str, width: int) -> list[str]:
    """Return what one report says, in few lines; cut between words where it is longer."""
    said = list(dict.fromkeys(told(value, view) for value in line.values if value.article == article))
    lines = [piece.text for piece in in_lines("; ".join(said), "text", width=width - 1)] if said else []
    if len(lines) <= MOST_LINES:
        return lines
    last = lines[MOST_LINES - 1]
    while last and cells(last) > width - 3:
        last = last.rpartition(" ")[0]
    return [*lines[: MOST_LINES - 1], f"{last} …".lstrip()]


def _stacked(laying: Laying, view: StoryView, reports: Reports, line: Comparison, kind: Standing) -> int:
    """Lay a fact and below its name what each report says of it; return how many lines that is at least."""
    laying.hanging((sign(kind),), (Piece(label(line), "fact-label"),))
    for article in dict.fromkeys(value.article for value in line.values):
        words = " ".join(_cell(view, line, article, view.width - 6))
        laying.hanging((INDENT,), (Piece(words, "fact-value"), Piece(f"  {reports.name(article)}", "fact-source")))
    return 2
