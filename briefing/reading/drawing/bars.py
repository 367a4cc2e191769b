"""The first and the last line of the screen, and the headings of panes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from briefing.keymap import Keymap, shown
from briefing.reading.choice import Ask
from briefing.reading.drawing.pieces import UNICODE, Piece, Signs, ended, spelt, two_sided
from briefing.reading.frame import Pane
from briefing.reading.page import Select
from briefing.reading.rows import Sort
from briefing.reading.state import Reading
from briefing.reading.wrapping import cells, shortened

if TYPE_CHECKING:
    from briefing.reading.story.view import StoryView

HINTS: Final = {
    Pane.LIST: ("open", "next_match", "help", "leave", "search", "sort", "bookmark"),
    Pane.READER: ("next_article", "next_entity", "help", "leave", "search", "facts", "select", "bookmark"),
    Pane.FACTS: ("open", "leave", "facts", "help"),
}
"""What each pane shows of its keys, the most needed first."""
SELECTED_HINTS: Final = ("annotate", "copy", "colour")
"""What stands beside "SELECT": the other keys stay where they are, for another line would cost three times the bytes."""
STORY_HINTS: Final = {
    "": ("open", "leave", "help", "story_next", "search"),
    "card": ("open", "leave", "help", "story_next", "story_apart", "story_join", "search"),
    "compare": ("open", "pane_right", "leave", "help", "story_next", "search"),
    "beside": ("down", "open", "pane_right", "next_article", "leave", "help"),
    "names": ("open", "story_apart", "leave", "help", "story_next"),
}
"""What the tabs of a story show of the keys."""
WORDS: Final = {
    "open": "open", "next_match": "next unread", "search": "search", "sort": "sort", "bookmark": "bookmark",
    "help": "help", "leave": "back", "next_article": "next article", "next_entity": "next name", "select": "select",
    "facts": "facts", "story_next": "next tab", "story_apart": "not of it", "story_join": "join",
    "pane_right": "next report", "down": "next fact", "annotate": "note", "copy": "copy", "colour": "colour",
}  # fmt: skip


CHOICE_HINTS: Final = (("Enter", "choose"), ("Esc", "close"), ("↑ ↓", "move"), ("letters", "narrow the list"))
NOTEBOOK_HINTS: Final = (
    ("Enter", "go there"), ("Esc", "close"), ("^E", "edit the note"), ("^X", "export what is shown"),
    ("letters", "narrow the list"),
)  # fmt: skip
NOTE_HINTS: Final = (("Esc", "keep the note"), ("^E", "your editor"))
NAME_HINTS: Final = (
    ("Enter", "its mentions"),
    ("Esc", "close"),
    ("^E", "put it right"),
    ("letters", "narrow the list"),
)
INDEX_HINTS: Final = (
    ("Enter", "its articles"), ("Esc", "close"), ("^E", "put it right"), ("letters", "narrow the list"), ("↑ ↓", "move"),
)  # fmt: skip
SEARCH_HINTS: Final = (
    ("Enter", "open"), ("Esc", "close"), ("^L", "all as a list"), ("^S", "keep it"), ("Tab", "complete"),
)  # fmt: skip
UNTYPED_HINTS: Final = (("letters", "search"), ("Tab", "complete"), ("Esc", "close"))
KEPT_HINTS: Final = (("Enter", "search"), ("Esc", "close"), ("^X", "forget it"), ("letters", "search"))
PROMPT_HINTS: Final = (("Enter", "done"), ("Esc", "never mind"))
HINTS_OF: Final = {
    Ask.NOTEBOOK: NOTEBOOK_HINTS,
    Ask.BOOKMARK: NOTEBOOK_HINTS,
    Ask.NAME: NAME_HINTS,
    Ask.INDEX: INDEX_HINTS,
    Ask.SEARCH: SEARCH_HINTS,
}
"""What a list shows of its keys, where it has keys of its own."""
SHORT: Final = {"next_match": "unread", "bookmark": "mark", "next_article": "next", "next_entity": "name"}
"""Shorter words, where there is little room."""
LITTLE_ROOM: Final = 60


def top_line(reading: Reading, *, width: int, where: str, pending: str, signs: Signs) -> tuple[Piece, ...]:
    """Return the first line: what is open and where, and on the right what there is.

    `where` names the folders, `pending` is what has been typed of a command.
    """
    name: tuple[Piece, ...] = (Piece(" briefing", "bar-name"), Piece(f"  {where}", "bar"))
    if not reading.frame.wide and reading.focus is Pane.LIST and reading.shelf.narrowed:
        name = (
            Piece(" briefing", "bar-name"),
            Piece(f'  only "{reading.shelf.narrowed}": Esc shows all', "bar-notice"),
        )
    if reading.story_open and reading.story_open.group and (reading.story_open.tab != "card" or reading.story_open.top):
        name = (Piece(" ", "bar"), Piece(reading.story_open.group.title, "bar-name"))
    elif not reading.frame.wide and reading.focus is not Pane.LIST and reading.page and reading.page.top:
        name = (Piece(" ", "bar"), Piece(reading.page.article.title, "bar-name"))
    return two_sided(name, (Piece(f"{pending}{_counts(reading, signs)} ", "bar"),), width, "bar")


def _counts(reading: Reading, signs: Signs) -> str:
    shelf = reading.shelf
    if reading.story_open:
        count = len(reading.story_open.group.articles) if reading.story_open.group else 0
        return f"{count} {'report' if count == 1 else 'reports'}" if count else ""
    if not reading.frame.wide and reading.focus is not Pane.LIST and reading.page:
        return _position(reading)
    kept = reading.marks.count
    parts = [
        f"{len(shelf.table):,} found so far" if not shelf.complete else "",
        shelf.stories.stage if shelf.sort is Sort.STORY else "",
        f"{shelf.left_out:,} other {'file' if shelf.left_out == 1 else 'files'} left out" if shelf.left_out else "",
        f"{shelf.unread:,} unread" if shelf.table else "",
        f"{kept:,} {'mark' if kept == 1 else 'marks'}" if kept else "",
    ]
    return f" {signs.dot} ".join(part for part in parts if part)


def _position(reading: Reading) -> str:
    shelf = reading.shelf
    return f"{shelf.number}/{shelf.shown}" if shelf.current else ""


def pane_heading(reading: Reading, pane: Pane, *, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return the heading of a pane, on a line of its own."""
    style = "heading-focus" if pane is reading.focus else "heading-idle"
    words, beside = _heading_words(reading, pane)
    if pane is Pane.FACTS and not reading.frame.wide:
        lead = f"{signs.bar * 2} {words} "
        return (Piece(lead, style), Piece(signs.bar * max(0, width - len(lead)), "rule"))
    return two_sided((Piece(f" {words}", style),), (Piece(f"{beside} ", "heading-idle"),), width, "text")


def _heading_words(reading: Reading, pane: Pane) -> tuple[str, str]:
    if pane is Pane.LIST:
        return "ARTICLES" if not reading.shelf.narrowed else f'"{reading.shelf.narrowed}"', _position(reading)
    if pane is Pane.FACTS:
        return "KEY FACTS", ""
    page = reading.page
    if page is None:
        return "", ""
    return ("  " + page.article.title if page.top else ""), f"{page.percent}%"


def status_line(reading: Reading, keymap: Keymap, *, width: int, signs: Signs = UNICODE) -> tuple[Piece, ...]:
    """Return the last line: what is being typed, a message, or what one can do; on the right where one is.

    A message that is too long for both has the line for itself.
    """
    if reading.prompt is not None:
        prompt = reading.prompt
        before, at, after = (
            prompt.text[: prompt.at],
            prompt.text[prompt.at : prompt.at + 1],
            prompt.text[prompt.at + 1 :],
        )
        typed = (
            Piece(f" {prompt.label}", "bar-key"),
            Piece(before, "bar-notice"),
            Piece(at or " ", "bar-notice cursor"),
            Piece(after, "bar-notice"),
        )
        return two_sided(typed, _keyed(PROMPT_HINTS), width, "bar")
    if reading.draft is not None:
        about = (Piece(f"note on “{shortened(reading.draft.aim.said, width // 3)}” ", "bar"),)
        return two_sided(_keyed(NOTE_HINTS), about, width, "bar")
    if reading.choice is not None and reading.notice:
        return two_sided((Piece(f" {reading.notice}", "bar-notice"),), (), width, "bar")
    if reading.choice is not None:
        hints = HINTS_OF.get(reading.choice.ask, CHOICE_HINTS)
        if reading.choice.ask is Ask.SEARCH and not reading.choice.prompt.text:
            hints = KEPT_HINTS if reading.choice.options else UNTYPED_HINTS
        spelt_out = ((spelt(key, signs), word) for key, word in hints)
        return ended(_keyed(_fitting(spelt_out, width)), width, "bar")
    right = (Piece(f" {_where(reading, keymap)} ", "bar-name"),)
    if reading.notice:
        said = Piece(f" {reading.notice}", "bar-notice")
        is_roomy = cells(said.text) + cells(right[0].text) < width
        return two_sided((said,), right if is_roomy else (), width, "bar")
    room = width - len(right[0].text) - 1
    return two_sided(tuple(_hints(reading, keymap, room)), right, width, "bar")


def _fitting(hints: Iterable[tuple[str, str]], room: int) -> Iterator[tuple[str, str]]:
    """Yield as many of the hints, from the first, as fit into `room` cells."""
    for key, word in hints:
        room -= cells(key) + cells(word) + 3
        if room < 0:
            return
        yield key, word


def _keyed(hints: Iterable[tuple[str, str]]) -> tuple[Piece, ...]:
    return tuple(piece for key, word in hints for piece in (Piece(f" {key}", "bar-key"), Piece(f" {word} ", "bar")))


def _hints(reading: Reading, keymap: Keymap, room: int) -> Iterable[Piece]:
    actions = STORY_HINTS.get(reading.story_open.tab, STORY_HINTS[""]) if reading.story_open else HINTS[reading.focus]
    commands = (keymap.command(action) for action in actions)
    hints = ((shown(command.keys[0]), _word(reading, command.action)) for command in commands if command.keys)
    return _keyed(_fitting(hints, room))


def _word(reading: Reading, action: str) -> str:
    view = reading.story_open
    if view and action == "open":
        return "to the words" if view.tab in ("beside", "names", "gaps") else "why, and the words"
    if view and view.tab == "names" and action == "story_apart":
        return "another's"
    if view and action == "next_article":
        return "other report"
    if action == "leave" and reading.focus is Pane.LIST and not view:
        return "leave"
    if action == "open" and reading.focus is Pane.FACTS:
        return "to the words"
    if action == "search" and reading.focus is Pane.LIST and not view:
        return "filter"
    return SHORT.get(action, WORDS[action]) if reading.width < LITTLE_ROOM else WORDS[action]


def _where(reading: Reading, keymap: Keymap) -> str:
    """Return the mode and the place: "SELECT", the hit of the search, how much has been read."""
    page = reading.page
    if reading.story_open:
        return _where_in_story(reading.story_open)
    if reading.focus is Pane.LIST or page is None:
        return f"{reading.shelf.sort}"
    if page.anchor is not None:
        commands = (keymap.command(action) for action in SELECTED_HINTS)
        hints = (f"{shown(command.keys[0])} {WORDS[command.action]}" for command in commands if command.keys)
        return "  ".join(("SELECT" if page.select is Select.WORDS else "SELECT SENTENCES", *hints))
    if page.search:
        hit = page.hit
        if not page.hits:
            return "no hits"
        return f"{len(page.hits)} hits" if hit is None else f"{hit + 1}/{len(page.hits)} hits"
    return f"{page.percent}%" if not reading.frame.wide else ""


def _where_in_story(view: StoryView) -> str:
    """Return how much of the tab stands above the last line shown."""
    lines = len(view.laid.lines)
    return f"{min(100, 100 * (view.top + view.room) // lines)}%" if lines > view.room else ""
