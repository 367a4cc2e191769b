"""A clock that counts work and not seconds: processor time, in turns of an empty loop on this machine.

A slow or busy machine turns the loop more slowly too, so a bound that is told in turns holds on any.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Final

MILLION: Final = 1_000_000


class TooManyStepsError(AssertionError):
    """More processor time went into something than was allowed for."""


@contextmanager
def at_most(steps: float) -> Iterator[None]:
    """End what is done inside with TooManyStepsError once it has taken so many turns; for the main thread only."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooManyStepsError(f"more than {steps:,.0f} turns of an empty loop")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, steps / _turns_a_second())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def steps_of(work: Callable[[], object]) -> float:
    """Return how many turns of an empty loop `work` takes."""
    return _seconds(work) * _turns_a_second()


@cache
def _turns_a_second() -> float:
    def turned() -> None:
        for _ in range(MILLION):
            pass

    return MILLION / min(_seconds(turned) for _ in range(3))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
