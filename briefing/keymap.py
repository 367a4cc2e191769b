"""The keys: one table that makes the bindings, the status line, the help screen and the README's table."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from briefing.errors import BriefingError
from briefing.values import dataclass

KEY: Final = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)>|(.)")
NAMED: Final = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End", "pageup": "PgUp",
    "pagedown": "PgDn", "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "S-Tab", "space": "Space",
    "backspace": "BS", "delete": "Del",
}  # fmt: skip
"""The keys that have a name, as Textual calls them and as people see them."""
SPELLINGS: Final = {
    "esc": "escape", "bs": "backspace", "del": "delete", "pgup": "pageup", "pgdn": "pagedown", "cr": "enter",
    "return": "enter", "s-tab": "shift+tab", "lt": "<",
}  # fmt: skip
"""What vim's users write for some of them."""
FUNCTION_KEY: Final = re.compile(r"f\d{1,2}")


@dataclass(frozen=True, slots=True)
class Command:
    """What one can do: an action with its keys."""

    action: str
    keys: tuple[str, ...]
    """In vim's notation: "j", "]n", "<C-d>", "<PageDown>"."""
    title: str
    """A few words for the help screen and the command palette."""
    where: str = "everywhere"
    """The pane it belongs to: list, reader, facts, or everywhere; or a screen that has keys of its own."""
    group: str = ""


STORY: Final = "story"
"""The screen that has keys of its own beside those that do something everywhere."""


def _commands(group: str, where: str, *rows: tuple[str, str, str]) -> tuple[Command, ...]:
    return tuple(Command(action, tuple(keys.split()), title, where, group) for action, keys, title in rows)


COMMANDS: Final[tuple[Command, ...]] = (
    *_commands(
        "Moving",
        "everywhere",
        ("down", "j <Down>", "a line down"),
        ("up", "k <Up>", "a line up"),
        ("page_down", "<Space> <PageDown> <C-f>", "a page down"),
        ("page_up", "<PageUp> <C-b>", "a page up"),
        ("half_down", "<C-d>", "half a page down"),
        ("half_up", "<C-u>", "half a page up"),
        ("first", "g <Home>", "to the beginning"),
        ("last", "G <End>", "to the end"),
        ("pane_left", "h <Left> <S-Tab>", "the pane on the left"),
        ("pane_right", "l <Right> <Tab>", "the pane on the right"),
        ("open", "<Enter>", "open the article; go to the fact's words; the mentions of the entity"),
    ),
    *_commands(
        "Articles",
        "everywhere",
        ("next_article", "J", "next article"),
        ("previous_article", "K", "previous article"),
        ("next_match", "n", "next hit of the search, else next unread article"),
        ("previous_match", "N", "previous hit of the search, else mark read or unread"),
        ("all_read", "A", "mark all articles as read"),
        ("sort", "s", "sort the list another way"),
        ("search_all", "S", "search the text of all articles"),
        ("story", "o", "the story: what other reports say of it"),
        ("news", "W", "what is new in the stories since you last read"),
    ),
    *_commands(
        "Reading",
        "reader",
        ("word_right", "w", "next word"),
        ("word_left", "b", "previous word"),
        ("sentence_down", ")", "next sentence"),
        ("sentence_up", "(", "previous sentence"),
        ("paragraph_down", "}", "next paragraph"),
        ("paragraph_up", "{", "previous paragraph"),
        ("select", "v", "select words; the moving keys make the selection larger"),
        ("select_sentence", "V", "select sentences"),
        ("copy", "y", "copy the selection, else the sentence"),
        ("cite", "Y", "copy it as a citation, with its source"),
    ),
    *_commands(
        "Finding",
        "everywhere",
        ("search", "/", "search in the article; in the list: show the titles that hold the words"),
        ("next_entity", "e", "next name"),
        ("previous_entity", "E", "previous name"),
        ("next_mention", "]e", "next mention of the same name, also as he or the group"),
        ("previous_mention", "[e", "previous mention of the same name"),
        ("entities", "i", "all names of the article"),
        ("index", "I", "all names of all articles, those of the most first"),
        ("correct", "r", "put a name right: no name, a person, a place, the same as another"),
        ("next_fact", "]f", "next key fact in the text"),
        ("previous_fact", "[f", "previous key fact in the text"),
        ("facts", "f", "show or hide the key facts"),
        ("links", "L", "the links of the article: look, open, copy"),
        ("back", "<C-o>", "back to where the last jump began"),
        ("forward", "<C-p>", "forward again"),
    ),
    *_commands(
        "In a story",
        STORY,
        ("story_card", "o", "in a story: its card"),
        ("story_compare", "c", "in a story: its reports fact by fact"),
        ("story_timeline", "t", "in a story: the days that its reports tell of"),
        ("story_new", "w", "in a story: what is new since you last read"),
        ("story_beside", "b", "in a story: two reports side by side, in step; J and K change one"),
        ("story_gaps", "x", "in a story: what none of its reports, or not all, tell"),
        ("story_names", "i", "in a story: names that were taken for one"),
        ("story_next", "<Tab>", "in a story: the next of these"),
        ("story_previous", "<S-Tab>", "in a story: the one before"),
        ("story_apart", "d", "in a story: this report is not of it, this name is another's"),
        ("story_join", "+", "in a story: join another one to it"),
    ),
    *_commands(
        "Notes and bookmarks",
        "everywhere",
        ("annotate", "a", "write a note: on the selection, the sentence, the article, the fact"),
        ("colour", "c", "highlight in a colour; with a selection, 1 to 5 do it at once"),
        ("tag", "t", "tag the mark under the cursor, else bookmark and tag; Tab completes"),
        ("delete", "d", "delete the mark under the cursor; strike a fact that is wrong"),
        ("next_note", "]n", "next note or highlight in the article"),
        ("previous_note", "[n", "previous note or highlight in the article"),
        ("notebook", "M", "the notebook: all marks in all articles"),
        ("bookmark", "m", "bookmark this place, in the list the article; again: take it away"),
        ("next_bookmark", "]b", "next bookmark in the article"),
        ("previous_bookmark", "[b", "previous bookmark in the article"),
        ("bookmarks", "'", "all bookmarks"),
        ("undo", "u", "undo: notes, bookmarks, read and unread, names and stories put right"),
        ("redo", "<C-r>", "do it again"),
    ),
    *_commands(
        "The program",
        "everywhere",
        ("quiet", "z", "quiet reading: the article alone"),
        ("theme", "T", "choose a theme, seen as you move"),
        ("palette", ":", "all commands, by name"),
        ("help", "? <F1>", "the keys"),
        ("redraw", "<C-l>", "draw the screen anew"),
        ("suspend", "<C-z>", "to the shell; fg there comes back"),
        ("cancel", "<Esc>", "end the search, the selection, the filter"),
        ("leave", "q", "back; from the list: leave the program"),
        ("quit", "Q <C-q>", "leave the program"),
    ),
)
"""Every command, in the order of the help screen."""


@lru_cache(maxsize=512)
def keys_of(notation: str) -> tuple[str, ...]:
    """Return the keys that `notation` stands for, as the terminal's reader calls them.

    "]n" are two keys, "<C-d>" is ctrl+d, "<PageDown>" is pagedown. Raises BriefingError for a name that no key has.
    """
    return tuple(_key(named, plain) for named, plain in KEY.findall(notation))


def shown(notation: str) -> str:
    """Return `notation` as people see it: "^D", "PgDn", "]n"."""
    return "".join(_shown(key) for key in keys_of(notation))


@dataclass(frozen=True, slots=True)
class Pending:
    """What has been typed of a command: a count, and the first keys of a sequence."""

    count: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keymap:
    """The commands with the keys in force."""

    commands: tuple[Command, ...] = COMMANDS

    def command(self, action: str) -> Command:
        """Return the command of that action; there must be one."""
        return next(command for command in self.commands if command.action == action)

    def fed(self, pending: Pending, key: str, *, screen: str = "") -> tuple[Pending, Command | None, int | None]:
        """Return what is pending after `key`, and the command it completes with its count, None where none was typed.

        On a `screen` with keys of its own these come first. A digit begins or lengthens a count, "0" only lengthens it. A key that fits nothing drops what was pending.
        """
        if not pending.keys and key.isdecimal() and key.isascii() and (pending.count or key != "0"):
            return replace(pending, count=(pending.count + key)[-4:]), None, None
        typed = (*pending.keys, key)
        longer = False
        own = [command for command in self.commands if screen and command.where == screen]
        for command in (*own, *(command for command in self.commands if command.where != STORY)):
            for notation in command.keys:
                keys = keys_of(notation)
                if keys == typed:
                    return Pending(), command, int(pending.count) if pending.count else None
                longer = longer or keys[: len(typed)] == typed
        return (replace(pending, keys=typed) if longer else Pending()), None, None


def keymap(overrides: Mapping[str, Iterable[str]]) -> Keymap:
    """Return the keymap with the user's keys in place of the usual ones, by name of action.

    A key that the user gives to one action is taken from any other on the same screen. Raises BriefingError for an unknown action or key.
    """
    actions = [command.action for command in COMMANDS]
    for action in overrides:
        if action not in actions:
            near = difflib.get_close_matches(action, actions, 1)
            hint = f'did you mean "{near[0]}"?' if near else "`briefing config` lists the actions"
            raise BriefingError(f'settings, [keys]: "{action}" is no action', hint=hint)
    screens = {command.action: command.where == STORY for command in COMMANDS}
    taken = {(notation, screens[action]) for action, keys in overrides.items() for notation in keys}
    for notation, _ in taken:
        keys_of(notation)
    commands = tuple(
        replace(command, keys=tuple(overrides[command.action]))
        if command.action in overrides
        else replace(command, keys=tuple(key for key in command.keys if (key, screens[command.action]) not in taken))
        for command in COMMANDS
    )
    _no_beginnings(command for command in commands if command.where != STORY)
    _no_beginnings(command for command in commands if command.where == STORY)
    return Keymap(commands)


def _no_beginnings(commands: Iterable[Command]) -> None:
    """Raise BriefingError where the keys of one command begin with those of another, which would always come first."""
    owners = {keys_of(notation): command.action for command in commands for notation in command.keys}
    for keys, action in owners.items():
        for length in range(1, len(keys)):
            first = owners.get(keys[:length])
            if first:
                typed, other = "".join(keys), "".join(keys[:length])
                hint = f"write names of keys in angle brackets, as <F1>; or give {first} another key"
                raise BriefingError(
                    f'settings, [keys]: "{typed}" of {action} begins with "{other}" of {first}', hint=hint
                )


def markdown_table(commands: Iterable[Command] = COMMANDS) -> str:
    """Return the table of keys as the README shows it."""
    rows = ["| keys | what they do |", "|---|---|"]
    for command in commands:
        keys = " ".join(f"`{shown(notation)}`" for notation in command.keys).replace("|", "\\|")
        rows.append(f"| {keys} | {command.title} |")
    return "\n".join(rows) + "\n"


def _key(named: str, plain: str) -> str:
    if not named:
        return "space" if plain == " " else plain
    name = named.lower()
    name = SPELLINGS.get(name, name)
    if name in NAMED or FUNCTION_KEY.fullmatch(name) or len(name) == 1:
        return name
    control = re.fullmatch(r"c-([a-z])", name)
    if control:
        return f"ctrl+{control[1]}"
    raise BriefingError(
        f'settings, [keys]: "<{named}>" is no key', hint="write <C-d>, <PageDown>, <Enter>, <F1> or a plain letter"
    )


def _shown(key: str) -> str:
    if key.startswith("ctrl+"):
        return f"^{key[-1].upper()}"
    return NAMED.get(key, key.upper() if FUNCTION_KEY.fullmatch(key) else key)
