"""`briefing notes import`: marks from a file or a pipe, each safe on the disk before its id is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from io import FileIO
from itertools import groupby
from typing import Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import close_quietly, harmless, print_line, say
from briefing.cli.notes import user_marks
from briefing.errors import BriefingError
from briefing.export.notes_jsonl import read_line
from briefing.export.notes_shape import NoMarkError
from briefing.marks import LockedError, MarkStore, Refused
from briefing.marks.foreign import FOREIGN, Foreign, NotTaken
from briefing.model import Mark

FORMATS: Final = ("jsonl", *FOREIGN)
COMMAND: Final = Command(
    name="briefing notes import",
    does="take in bookmarks, highlights and notes that were exported.",
    usage=(
        ("briefing notes import FILE", "take in those of a file"),
        ("command | briefing notes import -", "take in those that are piped in"),
    ),
    about=(
        "Each mark is written to the disk, and then its id is printed: what was printed is safe. A mark that is there "
        "already is not taken twice; where it differs, the later revision stands and the other one is kept in its "
        "history.\n\n"
        "A line that cannot be taken is named on standard error with its number, the others are taken, and the exit "
        "status is 1.\n\n"
        "Notes of other programs are taken too: clippings is the file My Clippings.txt of Kindle and KOReader, "
        "hypothesis the JSON that hypothes.is exports. Taken twice, they are there once."
    ),
    options=(
        Option(("-f", "--format"), "read jsonl (the usual form), clippings or hypothesis", "FORM", FORMATS),
        HELP,
    ),
    operand="FILE",
)

STANDARD_INPUT: Final = "-"
CHUNK: Final = 1 << 18
"""Bytes that are read at once: what has come of a pipe is not kept waiting for more."""
FIRST_BATCH: Final = 8
LARGEST_BATCH: Final = 2048
"""Lines that are written at once. Each batch is twice the one before: the first ids come soon, and ten thousand marks
on one article do not write its file a thousand times."""

Numbered = tuple[int, Mark]


def run(typed: Sequence[str]) -> int:
    """Take the marks in and print their ids; return 1 where one could not be taken, else 0."""
    given_words = arguments(COMMAND, typed)
    files = given_words.operands
    if len(files) != 1:
        given = "none was given" if not files else f"{len(files)} were given"
        raise BriefingError(f'notes import takes one FILE, or "-" for standard input; {given}')
    foreign = FOREIGN.get(given_words.values.get("format", ""))
    if foreign:
        return _Import(user_marks()).run_foreign(files[0], foreign)
    return _Import(user_marks()).run(files[0])


class _Import:
    def __init__(self, store: MarkStore) -> None:
        self._store = store
        self._texts: dict[str, str] = {}
        """The texts of articles that were seen: they stand with the first mark of an article only."""
        self._is_heard = True
        self._status = 0

    def run(self, file: str) -> int:
        number = 0
        for lines in _lines(file):
            batch = []
            for line in lines:
                number += 1
                if line.strip() and (mark := self._read(number, line)):
                    batch.append((number, mark))
            if batch and not self._take(batch):
                break
        return self._status

    def run_foreign(self, file: str, foreign: Foreign) -> int:
        """Take in the notes of another program, which come as one whole."""
        content = b"\n".join(line for lines in _lines(file) for line in lines)
        batch: list[Numbered] = []
        for number, found in enumerate(foreign.imported(content, now=datetime.now().astimezone()), start=1):
            if isinstance(found, NotTaken):
                self._refuse(f"note {found.place}: {found.reason}")
            else:
                batch.append((number, found))
        for first in range(0, len(batch), LARGEST_BATCH):
            if not self._take(batch[first : first + LARGEST_BATCH], unit="note"):
                break
        return self._status

    def _read(self, number: int, line: bytes) -> Mark | None:
        try:
            mark = read_line(line)
        except NoMarkError as error:
            self._refuse(f"line {number}: {error}")
            return None
        anchor = mark.anchor
        if anchor is None or anchor.text_id is None:
            return mark
        if anchor.text is not None:
            self._texts[anchor.text_id] = anchor.text
        elif anchor.text_id in self._texts:
            return replace(mark, anchor=replace(anchor, text=self._texts[anchor.text_id]))
        return mark

    def _take(self, batch: Sequence[Numbered], *, unit: str = "line") -> bool:
        """Write a batch and acknowledge it; return whether it makes sense to go on."""
        outcomes = self._store.take([mark for _, mark in batch])
        for outcome in outcomes:
            if not isinstance(outcome, Refused):
                self._acknowledge(outcome)
        refused = [(number, outcome.error) for (number, _), outcome in zip(batch, outcomes, strict=True)
                   if isinstance(outcome, Refused)]  # fmt: skip
        for error, group in groupby(refused, key=lambda each: each[1]):
            numbers = [number for number, _ in group]
            lines = f"{unit} {numbers[0]}" if len(numbers) == 1 else f"{unit}s {numbers[0]} to {numbers[-1]}"
            self._refuse(f"{lines}: {error.message}")
        if any(isinstance(error, LockedError) for _, error in refused):
            self._refuse(f"what stands behind {unit} {batch[-1][0]} was not read; import the file again")
            return False
        return True

    def _acknowledge(self, mark: Mark) -> None:
        if not self._is_heard:
            return
        try:
            print_line(harmless(mark.id))
        except BrokenPipeError:
            # Nobody wants to know any more; the marks are wanted all the same.
            close_quietly()
            self._is_heard = False

    def _refuse(self, reason: str) -> None:
        say(reason)
        self._status = 1


def _lines(file: str) -> Iterator[list[bytes]]:
    """Yield the lines of a file in batches, as they come; each without its end."""
    size = FIRST_BATCH
    try:
        is_piped = file == STANDARD_INPUT
        with FileIO(0 if is_piped else file, closefd=not is_piped) as given:
            rest = b""
            while chunk := given.read(CHUNK):
                *lines, rest = (rest + chunk).split(b"\n")
                while lines:
                    yield lines[:size]
                    del lines[:size]
                    size = min(2 * size, LARGEST_BATCH)
        yield [rest]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BriefingError(f'"{file}" cannot be read: {reason}') from error
