"""A list to choose from, narrowed by typing: commands, themes, bookmarks, names, links, hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from enum import StrEnum
from typing import Final

from briefing.reading.jumps import Place
from briefing.reading.prompt import Prompt, edited, typed
from briefing.values import dataclass

AS_TYPED: Final = "="
"""What the value begins with of an option that is what was typed."""


class Ask(StrEnum):
    """What is chosen."""

    COMMAND = "command"
    KEYS = "keys"
    THEME = "theme"
    BOOKMARK = "bookmark"
    NOTEBOOK = "notebook"
    COLOUR = "colour"
    NAME = "name"
    CORRECT = "correct"
    SAME = "same"
    INDEX = "index"
    MENTION = "mention"
    LINK = "link"
    ADDRESS = "address"
    HIT = "hit"
    SEARCH = "search"
    STORY = "story"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose."""

    text: str
    value: str | Place
    """What choosing it gives: a name or an address, or a place to go to."""
    detail: str = ""
    """What stands dim beside it: keys, a date, a count."""
    is_heading: bool = False
    """A line between options, which can't be chosen."""
    hidden: str = ""
    """What typing finds too, though it is not shown on this line."""
    columns: tuple[str, ...] = ()
    """What stands dim beside it in columns, under those of the choice."""
    style: str = ""
    """A part of the theme that its words show; empty for the usual one."""
    is_own: bool = False
    """Whether the user has said what it is; a sign before it shows that."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The options, those that hold what was typed, and the one under the cursor."""

    ask: Ask
    title: str
    options: tuple[Option, ...]
    empty: str
    """One sentence for a list with nothing in it."""
    about: str = ""
    """What the options belong to: the address of a link, the id of an entity."""
    prompt: Prompt = field(default_factory=lambda: Prompt(""))
    shown: tuple[Option, ...] = ()
    cursor: int = 0
    top: int = 0
    height: int = 10
    complete: bool = True
    """False while options are still being looked for."""
    finder: Callable[[str], tuple[Option, ...]] | None = None
    """What finds the first options for what is typed, where there are too many to go through."""
    columns: tuple[str, ...] = ()
    """What the columns beside the options are called."""

    @property
    def option(self) -> Option | None:
        """The option under the cursor."""
        found = self.shown[self.cursor] if self.cursor < len(self.shown) else None
        return None if found is None or found.is_heading else found


def choice(
    ask: Ask, title: str, options: Iterable[Option], *, empty: str, about: str = "", complete: bool = True
) -> Choice:
    """Return the choice among all of `options`, the cursor on the first."""
    return _narrowed(Choice(ask, title, tuple(options), empty, about, complete=complete))


def on_value(asked: Choice, value: str | Place) -> Choice:
    """Return the choice with the cursor on the option of that value, where it is shown."""
    found = (index for index, option in enumerate(asked.shown) if option.value == value)
    return in_view(replace(asked, cursor=next(found, asked.cursor)))


def on_line(asked: Choice, prompt: Prompt) -> Choice:
    """Return the choice with another line typed."""
    return _narrowed(replace(asked, prompt=prompt))


def with_options(asked: Choice, options: Iterable[Option], *, complete: bool) -> Choice:
    """Return the choice with more options at its end, the cursor where it is; on the first where there was none."""
    grown = _narrowed(replace(asked, options=(*asked.options, *options), complete=complete))
    return replace(grown, cursor=asked.cursor, top=asked.top) if asked.shown else grown


def retyped(asked: Choice) -> Choice:
    """Return the choice with what its finder finds for what is typed."""
    there = asked if asked.finder is None else replace(asked, options=asked.finder(""))
    return _narrowed(there)


def keyed(asked: Choice, key: str, character: str | None) -> Choice:
    """Return the choice after a key: it moves the cursor, or is typed and narrows the list."""
    match key:
        case "down" | "ctrl+n" | "tab":
            return moved(asked, 1)
        case "up" | "ctrl+p" | "shift+tab":
            return moved(asked, -1)
        case "pagedown":
            return moved(asked, asked.height)
        case "pageup":
            return moved(asked, -asked.height)
        case "ctrl+home":
            return moved(asked, -len(asked.shown))
        case "ctrl+end":
            return moved(asked, len(asked.shown))
    prompt = typed(asked.prompt, character) if character and character.isprintable() else edited(asked.prompt, key)
    if prompt == asked.prompt:
        return asked
    changed = replace(asked, prompt=prompt)
    return changed if prompt.text == asked.prompt.text else _narrowed(changed)


def pasted(asked: Choice, words: str) -> Choice:
    """Return the choice after `words` were pasted into its line."""
    return _narrowed(replace(asked, prompt=typed(asked.prompt, words)))


def moved(asked: Choice, by: int) -> Choice:
    """Return the choice with the cursor `by` options further down, or up, headings passed over."""
    step = 1 if by > 0 else -1
    cursor = at = asked.cursor
    left = abs(by)
    while left and 0 <= at + step < len(asked.shown):
        at += step
        if not asked.shown[at].is_heading:
            cursor = at
            left -= 1
    return in_view(replace(asked, cursor=cursor))


def sized(asked: Choice, height: int) -> Choice:
    """Return the choice for a list of `height` lines."""
    height = max(1, height)
    return asked if height == asked.height else in_view(replace(asked, height=height))


def in_view(asked: Choice) -> Choice:
    """Return the choice scrolled as little as shows the cursor, and the heading above the first option."""
    first = asked.cursor
    if first and all(option.is_heading for option in asked.shown[:first]):
        first = 0
    top = max(min(asked.top, first), asked.cursor - asked.height + 1, 0)
    return replace(asked, top=top)


def _narrowed(asked: Choice) -> Choice:
    words = asked.prompt.text.casefold().split()
    if asked.ask is Ask.SEARCH and words:
        # What is typed is no filter of what is shown: it is searched for, and what is found comes.
        return in_view(replace(asked, cursor=0, top=0, complete=False))
    shown = asked.finder(asked.prompt.text) if asked.finder and words else asked.options
    if words and not asked.finder:
        shown = tuple(
            option
            for option in asked.options
            if not option.is_heading
            and all(word in f"{option.text} {option.detail} {option.hidden}".casefold() for word in words)
        )
    if asked.ask is Ask.SAME and words:
        # A name that is in no list can be typed.
        typed = " ".join(asked.prompt.text.split())
        shown = (*shown, Option(f"“{typed}”, as it is typed", AS_TYPED + typed))
    first = next((index for index, option in enumerate(shown) if not option.is_heading), 0)
    return in_view(replace(asked, shown=shown, cursor=first, top=0))
