"""A command's help: plain sentences, the same on every version of Python."""

from __future__ import annotations

from textwrap import fill
from typing import Final

from briefing.cli.command import Command

WIDTH: Final = 80
"""The narrowest terminal that help is commonly read in; wider ones leave it so."""


def help_text(command: Command) -> str:
    """Return what `--help` prints, without the last line's end."""
    parts = [fill(f"{command.name}: {command.does}", WIDTH), _columns("Usage:", command.usage)]
    parts += [fill(paragraph, WIDTH, break_on_hyphens=False) for paragraph in command.about.split("\n\n") if paragraph]
    rows = tuple((", ".join(option.flags) + f" {option.value}".rstrip(), option.does) for option in command.options)
    return "\n\n".join([*parts, _columns("Options:", rows)])


def _columns(heading: str, rows: tuple[tuple[str, str], ...]) -> str:
    width = max(len(left) for left, _ in rows) + 2
    hanging = " " * (2 + width)
    lines = [
        fill(right, WIDTH, initial_indent=f"  {left:<{width}}", subsequent_indent=hanging, break_on_hyphens=False)
        for left, right in rows
    ]
    return "\n".join([heading, *lines])
