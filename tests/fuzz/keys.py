"""Random keys, pastes, mouse reports and sizes for the real program in a pty, a seeded round at a time."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from briefing.export.notes_jsonl import exported, read_line
from briefing.keymap import COMMANDS, keys_of
from briefing.model import Mark
from briefing.resources import seeds
from tests.fuzz.line import ANSWERED, Line
from tests.fuzz.seeds import hostile, marks
from tests.terminal.terminal import KEYS

BATCHES: Final = 25
"""Batches of keys in a round."""
BATCH: Final = 200
"""Keys in a batch; all of one fits into the queue of a terminal."""
MOST_MEMORY: Final = 300
"""Megabytes that may be resident."""
MODES: Final = ("9", "47", "1000", "1002", "1003", "1004", "1006", "1015", "1047", "1049", "2004", "2026")
"""Private modes that are off in a terminal that was left as it was."""
_BYTES: Final = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z",
    "space": " ", "backspace": "\x7f", "delete": "\x1b[3~", "f1": "\x1bOP",
}  # fmt: skip
_LEAVING: Final = frozenset(("leave", "quit"))
_CHANGING: Final = frozenset(
    ("annotate", "colour", "tag", "delete", "bookmark", "undo", "redo", "palette", "notebook", "bookmarks")
)
"""Actions that may take a mark away, for good reason."""
_STRANGE: Final = (
    "\x1b", "\x1b[", "\x1b]52;c;", "\x1b[200~", "\x1b[201~", "\x1bOA", "\x1b[999;999H", "\x1b[?1;2c", "\x1b[1;5A", "\x1b[I",
    "\x1b[O", "\x00", "\x03", "\x1a", "\x1c", "\x05", "é", "宽", "\U0001f469\u200d\U0001f467", "\u202e", "\x1b[97;5u", "\x1b[?2026;2$y",
)  # fmt: skip
_PASTED: Final = (
    "harbour",
    "two lines\nof text",
    "\x1b]0;x\x07",
    "dmu" * 40,
    "宽" * 30,
    "x" * 600,
    "a\tb",
    "::q!\r",
    "\u202eabc",
)


@dataclass
class Outcome:
    """What a round came to."""

    pressed: int = 0
    wrong: str = ""
    """What was not as promised; empty where all was well."""
    peak: int = 0
    """The most megabytes that were resident."""


@dataclass
class Round:
    """One program, opened on one folder, and all that is pressed in it; the same for the same seed."""

    seed: int
    hostile_files: Path | None
    home: Path
    pressed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.is_careful = self.chance.random() < 0.5
        """Whether nothing is pressed that may take a mark away."""
        self.marks = marks()
        self.outcome = Outcome()
        without = _LEAVING | (_CHANGING if self.is_careful else frozenset())
        kept_back = {notation for command in COMMANDS if command.action in without for notation in command.keys}
        self.keys = [
            "".join(map(_bytes, keys_of(notation)))
            for command in COMMANDS
            for notation in command.keys
            if notation not in kept_back
        ]
        self.letters = [sign for sign in map(chr, range(32, 127)) if sign not in kept_back and sign not in "cdmutq"]
        if not self.is_careful:
            self.letters += list("cdmut")

    def run(self) -> Outcome:
        """Play the round and return what it came to."""
        try:
            self._play()
        except AssertionError as error:
            self.outcome.wrong = str(error)
        self.outcome.pressed = len(self.pressed)
        return self.outcome

    def _play(self) -> None:
        self._import_marks()
        both = [seeds()] if self.hostile_files is None else [seeds(), self.hostile_files]
        folders = self.chance.choice([both[:1], both[-1:], both])
        size = self._size()
        environment = {"EDITOR": "true", "VISUAL": "true", "BROWSER": "true", **self.chance.choice(_TERMINALS)}
        self.program = Line([str(folder) for folder in folders], self.home, *size, environment)
        with self.program as program:
            if not program.wait(lambda: "1049" in program.modes or program.has_ended(), seconds=ANSWERED):
                raise AssertionError(self._told("no screen was opened"))
            for _ in range(BATCHES):
                for _ in range(BATCH // 20):
                    program.feed(self._some(20))
                self._look()
                if program.status is not None:
                    break
            self._leave()
        self._look_at_marks()

    def _some(self, count: int) -> bytes:
        keys = [self._key() for _ in range(count)]
        self.pressed += keys
        return "".join(keys).encode("utf-8", "surrogateescape")

    def _key(self) -> str:
        chance = self.chance.random()
        if chance < 0.55:
            return self.chance.choice(self.keys)
        if chance < 0.80:
            return self.chance.choice(self.letters)
        if chance < 0.86:
            return self.chance.choice(list(KEYS.values()))
        if chance < 0.92:
            return self._mouse()
        if self.is_careful:
            return f"\x1b[200~{self.chance.choice(_PASTED[:2])}\x1b[201~"
        if chance < 0.95:
            return f"\x1b[200~{self.chance.choice(_PASTED)}\x1b[201~"
        if chance < 0.99:
            return self.chance.choice(_STRANGE)
        # Bytes that are no UTF-8, as a line of bad quality or an old terminal sends them.
        return self.chance.choice(("\udcff", "\udcc3", "\udce2\udc82", "\udc9b"))

    def _mouse(self) -> str:
        button = self.chance.choice((0, 1, 2, 32, 35, 64, 65, 66, 4, 8, 16, 128))
        column, row = self.chance.randint(0, 160), self.chance.randint(0, 60)
        return f"\x1b[<{button};{column};{row}{self.chance.choice('Mm')}"

    def _size(self) -> tuple[int, int]:
        if self.chance.random() < 0.15:
            return self.chance.randint(1, 20), self.chance.randint(1, 6)
        return self.chance.randint(20, 160), self.chance.randint(6, 55)

    def _look(self) -> None:
        """Check that the program lives, draws the screen at another size, and is not too large."""
        program = self.program
        if not program.has_ended():
            before, size = (program.columns, program.rows), self._size()
            while size == before:
                size = self._size()
            program.columns, program.rows, program.seen = *size, 0
            program.draws = True
            program.resize(*size)
            if not program.wait(lambda: program.seen > 0 or program.has_ended(), seconds=ANSWERED):
                raise AssertionError(self._told(f"it does not draw at {size[0]} x {size[1]}"))
            if program.status is None:
                self._look_at_memory()
                program.draws = False
        if program.status is not None:
            self._must(program.status == 0, f"it ended with status {program.status} while keys were pressed")

    def _look_at_memory(self) -> None:
        try:
            told = Path(f"/proc/{self.program.pid}/status").read_text(encoding="ascii", errors="replace")
        except OSError:
            return
        resident = re.search(r"VmRSS:\s+(\d+) kB", told)
        megabytes = int(resident[1]) // 1024 if resident else 0
        self.outcome.peak = max(self.outcome.peak, megabytes)
        self._must(megabytes < MOST_MEMORY, f"{megabytes} MB are resident")

    def _leave(self) -> None:
        """Check that Esc and q end the program whatever is on the screen, and leave the terminal as it was."""
        program = self.program
        # What an unfinished sequence or paste has opened is closed first: else Esc and q would be a part of it.
        for key in ("\x1b[201~", *"\x1b" * 6, *"qq", *"\x1bq" * 6):
            if program.has_ended():
                break
            program.feed(key.encode())
            program.rest()
        if not program.wait(program.has_ended, seconds=ANSWERED):
            raise AssertionError(self._told("Esc and q do not end it"))
        self._must(program.status == 0, f"it ended with status {program.status}")
        left = program.modes.intersection(MODES)
        self._must(not left, f"modes were left on: {', '.join(sorted(left))}")
        self._must("25" in program.modes, "the cursor is left hidden")

    def _import_marks(self) -> None:
        file = self.home / "marks.jsonl"
        file.write_text("".join(exported(self.marks)), encoding="utf-8")
        self._notes("import", str(file))

    def _look_at_marks(self) -> None:
        kept: dict[str, Mark] = {}
        for line in self._notes("export").splitlines():
            mark = read_line(line)
            kept[mark.id] = mark
        for mark in self.marks:
            found = kept.get(mark.id)
            self._must(found is not None, f"the mark {mark.id} is gone")
            if found is not None and mark.anchor and found.anchor:
                before, after = mark.anchor, found.anchor
                same = (before.start, before.end, before.quote) == (after.start, after.end, after.quote)
                self._must(same, f"the mark {mark.id} is on other words")
                self._must(not (self.is_careful and found.deleted), f"the mark {mark.id} was deleted by nobody")

    def _notes(self, *arguments: str) -> bytes:
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }  # fmt: skip
        command = [sys.executable, "-m", "briefing", "notes", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        self._must(done.returncode == 0, f"notes {arguments[0]} ended with {done.returncode}: {done.stderr!r}")
        return done.stdout

    def _must(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise AssertionError(self._told(otherwise))

    def _told(self, wrong: str) -> str:
        if not hasattr(self, "program"):
            return wrong
        return f"{wrong}\n\nthe screen:\n{self.program.text}\n\nthe last that was sent:\n{_end_of(self.program.sent)}"


_TERMINALS: Final[tuple[dict[str, str], ...]] = (
    {}, {}, {"COLORTERM": "truecolor"}, {"TERM": "linux"}, {"TERM": "screen-256color"}, {"NO_COLOR": "1"},
)  # fmt: skip


def play(seed: int, *, folder: Path) -> Outcome:
    """Play the round of that seed; what went wrong is kept below `folder` with the keys that were pressed."""
    with tempfile.TemporaryDirectory(prefix="briefing-keys-") as home:
        game = Round(seed, hostile(folder / "hostile"), Path(home))
        outcome = game.run()
    if outcome.wrong:
        kept = folder / "failures" / f"keys-{seed}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.with_suffix(".txt").write_text(outcome.wrong, encoding="utf-8", errors="backslashreplace")
        kept.with_suffix(".json").write_text(json.dumps(game.pressed), encoding="ascii")
    return outcome


def _end_of(sent: bytes) -> str:
    """Return what was sent last, from the traceback on where there is one: keys that nobody read are echoed behind it."""
    begun = sent.rfind(b"Traceback")
    return repr(sent[-6000:]) if begun < 0 else sent[begun : begun + 6000].decode("ascii", "backslashreplace")


def _bytes(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return _BYTES.get(key, key)


if __name__ == "__main__":
    for told in sys.argv[1:]:
        result = play(int(told), folder=Path(".fuzz").resolve())
        print(f"round {told}: {result.pressed} keys, at most {result.peak} MB: {result.wrong or 'all is well'}")
