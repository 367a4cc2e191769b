"""TOML written by people: read once, each complaint with its file, its line and what may have been meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from briefing.errors import BriefingError
from briefing.values import dataclass

_HEADER: Final = re.compile(r"\s*\[{1,2}\s*([^\[\]]{1,200}?)\s*\]")
_KEY: Final = re.compile(r"""\s*["']?([^\s"'=.#\[\]]{1,200})["']?\s*[=.]""")
_POSITION: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file says, and the lines that say it."""

    path: Path
    entries: Mapping[str, object]
    lines: tuple[str, ...] = ()

    def complaint(self, what: str, *, key: str, table: str = "", hint: str = "") -> BriefingError:
        """Return the error that names this file, the line of `key` where it is found, and `what` is wrong."""
        number = self._line_of(key, table)
        where = f"{self.path}, line {number}" if number else str(self.path)
        return BriefingError(f"{where}: {what}", hint=hint)

    def unknown(self, key: str, *, known: Iterable[str], part_of: str, table: str = "") -> BriefingError:
        """Return the error for a `key` that is none of the `known` ones of `part_of` ("the settings")."""
        return self.complaint(f'"{key}" is no part of {part_of}', key=key, table=table, hint=did_you_mean(key, known))

    def _line_of(self, key: str, table: str) -> int | None:
        current = ""
        for number, line in enumerate(self.lines, start=1):
            if header := _HEADER.match(line):
                current = header[1]
                if not table and current.partition(".")[0] == key:
                    return number
            elif current == table and (found := _KEY.match(line)) and found[1] == key:
                return number
        return None


def read_toml(path: Path) -> TomlFile:
    """Return what stands in the file; nothing where there is no file.

    Raises BriefingError for a file that cannot be read or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return TomlFile(path, {})
    except OSError as error:
        raise BriefingError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BriefingError(f"{path}, line {line}: not UTF-8", hint="save the file as UTF-8") from error
    try:
        entries: Mapping[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, str(error)) from error
    return TomlFile(path, entries, tuple(text.split("\n")))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that was probably meant by `word`; None where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), list(known), n=1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint: the nearest of `known`, or all of them where none is near."""
    names = list(known)
    near = nearest(word, names)
    return f'did you mean "{near}"?' if near else f"there is: {', '.join(names)}"


def _no_toml(path: Path, reason: str) -> BriefingError:
    position = _POSITION.search(reason)
    line = f", line {position[1]}" if position and position[1] else ""
    said = _POSITION.sub("", reason)
    return BriefingError(
        f"{path}{line}: {said[:1].lower()}{said[1:]}", hint='entries look like this: measure = 76, theme = "dusk"'
    )
