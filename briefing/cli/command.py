"""What a command is: one description from which its help is printed and its arguments are read."""

from __future__ import annotations

from typing import Final

from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A switch, or a name that takes a value."""

    flags: tuple[str, ...]
    """As typed, the short one first: -h, --help."""
    does: str
    """A plain sentence without its full stop: "print the version"."""
    value: str = ""
    """What the value is called in the help; empty for a switch."""
    choices: tuple[str, ...] = ()
    """The values that are taken; empty where any is."""

    @property
    def name(self) -> str:
        """The long flag, without its dashes."""
        return self.flags[-1].lstrip("-")


@dataclass(frozen=True, slots=True)
class Command:
    """A command with all that its help says."""

    name: str
    """As typed: "briefing facts"."""
    does: str
    """A plain sentence without its full stop."""
    usage: tuple[tuple[str, str], ...]
    """Ways to type it, each with what that does."""
    about: str
    """Paragraphs for the help, parted by blank lines."""
    options: tuple[Option, ...]
    operand: str = ""
    """What its operands are called, "PATH"; empty where it takes none."""

    @property
    def short(self) -> str:
        """The name as messages say it, which begin with the program's: "facts", and "briefing" for the program."""
        return self.name.partition(" ")[2] or self.name


HELP: Final = Option(("-h", "--help"), "print this help")
VERSION: Final = Option(("-V", "--version"), "print the version")

NAMES: Final = ("facts", "entities", "stories", "brief", "search", "index", "notes", "config")
"""The commands by their names; anything else that is typed first is a path to open."""
