"""Themes: how each part of the screen looks, from TOML files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from rich.color import Color, ColorParseError
from rich.style import Style

from briefing.errors import BriefingError
from briefing.settings.toml_file import TomlFile, did_you_mean, read_toml
from briefing.values import dataclass

COLOURS: Final = (
    "ground", "text", "faint", "rule", "strong", "accent", "person", "organisation", "place", "other", "link", "row",
    "row_idle", "note", "yellow", "green", "blue", "red", "violet", "fact", "hit", "selection", "cursor", "warning",
)  # fmt: skip
"""The colours that a theme names; each is "#rrggbb", one of the terminal's sixteen by name, or "default"."""
TABLES: Final = ("colours", "parts")
ATTRIBUTES: Final = ("bold", "italic", "underline", "reverse", "dim", "strike")
PARTS: Final[Mapping[str, str]] = {
    # Ground and frame.
    "text": "text on ground",
    "dim": "faint on ground",
    "rule": "rule on ground",
    "bar": "faint on ground",
    "bar-name": "bold text on ground",
    "bar-key": "bold accent on ground",
    "bar-notice": "bold text on ground",
    "bar-warning": "bold warning on ground",
    "heading-idle": "faint on ground",
    "heading-focus": "bold accent on ground",
    # The list.
    "row": "strong on row",
    "row-idle": "text on row_idle",
    "row-dim": "text on row",
    "row-idle-dim": "faint on row_idle",
    "row-plain": "text on ground",
    "row-unread": "bold strong on ground",
    "day": "accent on ground",
    "broken": "warning on ground",
    # The article.
    "title": "bold strong on ground",
    "heading": "bold accent on ground",
    "quote": "italic text on ground",
    "mark": "bold accent on ground",
    # What lies over its words.
    "emphasis": "italic",
    "strong": "bold",
    "code": "other",
    "link": "underline link",
    "person": "underline person",
    "organisation": "underline organisation",
    "place": "underline place",
    "other": "underline other",
    "named-here": "bold ground on faint",
    "bookmark": "on note",
    "note": "on note",
    "note-words": "italic accent on ground",
    "mark-yellow": "on yellow",
    "mark-green": "on green",
    "mark-blue": "on blue",
    "mark-red": "on red",
    "mark-violet": "on violet",
    "fact": "on fact",
    "hit": "ground on hit",
    "hit-here": "bold underline ground on hit",
    "selection": "text on selection",
    "cursor": "ground on cursor",
    # The key facts.
    "fact-heading": "faint on ground",
    "fact-label": "faint on ground",
    "fact-value": "bold text on ground",
    "fact-source": "faint on ground",
    "fact-doubt": "italic warning on ground",
    "fact-words": "faint on ground",
    "fact-here": "strong on row",
    "fact-here-idle": "text on ground",
}
"""How every part looks, in words of colours and attributes; a theme may say otherwise for each."""


@dataclass(frozen=True, slots=True)
class Theme:
    """How the parts of the screen look."""

    name: str
    title: str
    parts: Mapping[str, Style]

    def style(self, part: str) -> Style:
        """Return how `part` looks; there must be such a part."""
        return self.parts[part]


def theme(file: TomlFile) -> Theme:
    """Return the theme that a file tells of. Raises BriefingError, with the line, for what is no part of one."""
    tables = {name: _words(file, name) for name in TABLES}
    colours, said = tables["colours"], tables["parts"]
    _only(file, file.entries, ("name", "title", *TABLES))
    _only(file, colours, COLOURS, table="colours")
    _only(file, said, PARTS, table="parts")
    for name in COLOURS:
        if name not in colours:
            raise BriefingError(f"{file.path}: the colour {name} is missing", hint=f'add {name} = "#rrggbb"')
    for name, colour in colours.items():
        try:
            Color.parse(colour)
        except ColorParseError as error:
            hint = 'write "#rrggbb", "default" or a name as "bright_blue"'
            raise file.complaint(f'"{colour}" is no colour', key=name, table="colours", hint=hint) from error
    name = str(file.entries.get("name") or file.path.stem)
    styles = {part: _style(file, part, said.get(part, words), colours) for part, words in PARTS.items()}
    return Theme(name, str(file.entries.get("title") or name), styles)


MONOCHROME_WORDS: Final[Mapping[str, str]] = {
    "bar-key": "bold",
    "bar-notice": "bold",
    "bar-warning": "bold",
    "heading-focus": "bold underline",
    "row": "reverse",
    "row-dim": "reverse",
    "row-idle": "bold underline",
    "row-unread": "bold",
    "title": "bold",
    "heading": "bold underline",
    "quote": "italic",
    "mark": "bold",
    "emphasis": "italic",
    "strong": "bold",
    "link": "underline",
    "person": "bold underline",
    "organisation": "underline",
    "place": "italic underline",
    "other": "italic",
    "named-here": "bold reverse",
    "bookmark": "bold italic",
    "note": "bold italic",
    "note-words": "italic",
    **{f"mark-{colour}": "bold italic" for colour in ("yellow", "green", "blue", "red", "violet")},
    "fact": "reverse",
    "hit": "reverse",
    "hit-here": "bold underline reverse",
    "selection": "reverse",
    "cursor": "bold reverse",
    "fact-value": "bold",
    "fact-doubt": "italic",
    "fact-here": "reverse",
}
MONOCHROME: Final = Theme(
    "monochrome",
    "Monochrome: no colours at all",
    {part: Style.parse(MONOCHROME_WORDS.get(part, "none")) for part in PARTS},
)
"""What NO_COLOR asks for: attributes alone."""


class Themes:
    """The themes that come along, each read when it is asked for, and the user's own, which may be in the place of one."""

    def __init__(self, folder: Path, own: Path) -> None:
        """Read the themes in `own`; of those in `folder` only their names, which are those of their files."""
        found, self.problems = loaded((own,))
        self._read = {one.name: one for one in found}
        self._files = {path.stem: path for path in sorted(folder.glob("*.toml"))}

    def __iter__(self) -> Iterator[Theme]:
        """Yield them all."""
        return (self[name] for name in dict.fromkeys((*self._files, *self._read)))

    def __contains__(self, name: object) -> bool:
        """Return whether there is a theme of that name."""
        return name in self._read or name in self._files

    def __getitem__(self, name: str) -> Theme:
        """Return the theme of that name. Raises BriefingError where there is none."""
        if name not in self._read and name in self._files:
            self._read[name] = theme(read_toml(self._files[name]))
        if name in self._read:
            return self._read[name]
        raise BriefingError(f'"{name}" is no theme', hint=did_you_mean(name, (*self._files, *self._read)))


def loaded(folders: Iterable[Path]) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """Return the themes in `folders`, a later one of the same name in place of an earlier, and what was wrong."""
    found: dict[str, Theme] = {}
    problems = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                one = theme(read_toml(path))
            except BriefingError as error:
                problems.append(str(error))
            else:
                found[one.name] = one
    found[MONOCHROME.name] = MONOCHROME
    return tuple(found.values()), tuple(problems)


def _style(file: TomlFile, part: str, words: str, colours: Mapping[str, str]) -> Style:
    """Return the style of words such as "bold accent on ground": attributes and a colour, then the ground's colour."""
    front, _, back = f" {words} ".partition(" on ")
    for word in (*front.split(), *back.split()):
        if word not in ATTRIBUTES and word not in colours:
            hint = did_you_mean(word, (*ATTRIBUTES, *colours))
            raise file.complaint(f'"{word}" is no part of a style', key=part, table="parts", hint=hint)
    front_colours = [colours[word] for word in front.split() if word in colours]
    back_colours = [colours[word] for word in back.split() if word in colours]
    has = {attribute: attribute in front.split() or None for attribute in ATTRIBUTES}
    return Style(
        color=front_colours[-1] if front_colours else None,
        bgcolor=back_colours[-1] if back_colours else None,
        bold=has["bold"],
        dim=has["dim"],
        italic=has["italic"],
        underline=has["underline"],
        reverse=has["reverse"],
        strike=has["strike"],
    )


def _words(file: TomlFile, table: str) -> dict[str, str]:
    value = file.entries.get(table, {})
    if not isinstance(value, Mapping):
        raise file.complaint(f"{table} is a table", key=table, hint=f"write [{table}] and the names below it")
    for name, words in value.items():
        if not isinstance(words, str):
            raise file.complaint(f"{name} is words in quotation marks", key=str(name), table=table)
    return {str(name): str(words) for name, words in value.items()}


def _only(file: TomlFile, given: Iterable[str], known: Iterable[str], *, table: str = "") -> None:
    for name in given:
        if name not in known:
            raise file.unknown(name, known=known, part_of="a theme", table=table)
