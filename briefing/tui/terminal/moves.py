"""Moves: the shortest way of the cursor from one cell to another."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def moved(from_column: int | None, from_row: int | None, column: int, row: int) -> str:
    """Return the shortest sequence that takes the cursor to a cell, counted from 0; None is a place that is not known."""
    if (from_column, from_row) == (column, row):
        return ""
    behind_row = f";{column + 1}" if column else ""
    ways = [f"\x1b[{row + 1 if row or column else ''}{behind_row}H"]
    if from_row == row:
        ways.append(f"\x1b[{column + 1}G")
        if column == 0:
            ways.append("\r")
        if from_column is not None:
            ways.append(_steps(column - from_column, forward="C", back="D"))
            if column < from_column:
                ways.append("\b" * (from_column - column))
    elif from_row is not None:
        if column == 0 and row > from_row:
            ways.append("\r" + "\n" * (row - from_row))
        if from_column == column:
            ways.append(_steps(row - from_row, forward="B", back="A"))
    return min(ways, key=_sent)


def _steps(by: int, *, forward: str, back: str) -> str:
    return f"\x1b[{abs(by) if abs(by) > 1 else ''}{forward if by > 0 else back}"


def _sent(way: str) -> int:
    # The kernel makes two bytes of a line feed.
    return len(way) + way.count("\n")
