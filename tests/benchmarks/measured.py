"""A program in a terminal, and what its keys cost: bytes on the line and processor time."""

from __future__ import annotations

import os
import select
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.terminal.terminal import KEYS, Terminal

SLOW: Final = 10_000
"""Bytes that a slow line takes in a second."""
REPEATS: Final = 30
"""How often a held key repeats in a second."""
SETTLED: Final = 1.0
"""Seconds without a byte after which nothing more is taken to come."""
PAUSE: Final = 0.005


@dataclass(frozen=True, slots=True)
class Cost:
    """What something cost."""

    sent: float
    """Bytes."""
    processor: float | None
    """Milliseconds; None where the system does not say."""


class Measured(Terminal):
    """Any program in a terminal of its own."""

    def __init__(
        self, command: Sequence[str], home: Path, columns: int, rows: int, environment: Mapping[str, str]
    ) -> None:
        super().__init__(command, home, columns, rows, environment)

    def _become_the_program(self, piped: int) -> None:
        os.close(piped)
        inherited = {name: os.environ[name] for name in ("PATH",)}
        environment = {**inherited, "HOME": str(self.home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        os.execvpe(self.arguments[0], list(self.arguments), {**environment, **self.environment})  # noqa: S606

    def started(self, is_ready: Callable[[str], bool]) -> Cost:
        """Return what it cost until the screen was as wanted, and nothing more came."""
        self.until(is_ready)
        ready = self._processor()
        self.until_quiet()
        return Cost(len(self.sent), ready)

    def cost(self, *keys: str) -> Cost:
        """Return what some keys cost together, until nothing more came."""
        before, sent = self._processor(), len(self.sent)
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
        self.until_quiet()
        after = self._processor()
        spent = None if before is None or after is None else after - before
        return Cost(len(self.sent) - sent, spent)

    def median(self, key: str, times: int, *, above: int = 0) -> Cost:
        """Return what a key costs, by the median of so many times that it sent more than `above` bytes."""
        costs = [cost for cost in (self.cost(key) for _ in range(times)) if cost.sent > above]
        if not costs:
            return Cost(0, None)
        spent = [cost.processor for cost in costs if cost.processor is not None]
        return Cost(statistics.median(cost.sent for cost in costs), statistics.median(spent) if spent else None)

    def held(self, key: str, times: int) -> float:
        """Return the seconds from the last of so many presses, as a key repeats, until a slow line had taken all of it."""
        began = time.monotonic()
        pressed, taken, last = 0, 0, began
        due = began
        while pressed < times or time.monotonic() < last + SETTLED:
            now = time.monotonic()
            if pressed < times and now >= due:
                os.write(self._fd, KEYS.get(key, key).encode())
                pressed, due, ended, last = pressed + 1, due + 1 / REPEATS, now, max(last, now)
            room = int((now - began) * SLOW) - taken
            if room > 0 and select.select([self._fd], [], [], PAUSE)[0]:
                data = os.read(self._fd, min(room, SLOW // REPEATS))
                self.sent += data
                self._draw(data)
                taken, last = taken + len(data), time.monotonic()
            elif room > 0:
                # What the line could have taken while nothing came is gone.
                taken += room
            else:
                time.sleep(PAUSE)
        return max(0.0, last - ended)

    def memory(self) -> float | None:
        """Return how many megabytes the program has in memory."""
        try:
            status = Path(f"/proc/{self._pid}/status").read_text()
        except OSError:
            return None
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def _processor(self) -> float | None:
        """Return how many milliseconds of processor time the program has used."""
        try:
            tasks = list(Path(f"/proc/{self._pid}/task").iterdir())
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
        except OSError:
            return None
