"""Arguments as they were typed, and a plain word about those that are wrong.

argparse reads them; what it says about wrong ones is put into words here, because its own messages
name "argument -f/--format" and come below three lines of usage.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NoReturn

from briefing.cli.command import Command, Option
from briefing.errors import BriefingError
from briefing.settings import did_you_mean, nearest
from briefing.values import dataclass

_OPERANDS: Final = "operands"
_NO_VALUE: Final = re.compile(r"argument (?:\S+/)?(--?[\w-]+): expected one argument")
_UNASKED_VALUE: Final = re.compile(r"argument (?:\S+/)?(--?[\w-]+): ignored explicit argument '(.*)'", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was typed behind a command."""

    switches: frozenset[str]
    values: Mapping[str, str]
    operands: tuple[str, ...]


def arguments(command: Command, typed: Sequence[str]) -> Arguments:
    """Return what `typed` asks of `command`; raises BriefingError for what it does not know.

    What stands behind "--" is an operand, whatever it looks like.
    """
    before, after = _parted(typed)
    parser = _Parser(command)
    found, strange = parser.parse_known_intermixed_args(before)
    for word in strange:
        if word.startswith("-") and word != "-":
            raise unknown_option(command, word)
    taken = vars(found)
    operands = (*taken[_OPERANDS], *strange, *after)
    if operands and not command.operand:
        raise BriefingError(f'{command.short} takes nothing behind it, and "{operands[0]}" was given')
    switches = frozenset(option.name for option in command.options if taken[option.name] is True)
    values = {option.name: taken[option.name] for option in command.options if isinstance(taken[option.name], str)}
    return Arguments(switches, values, operands)


def unknown_option(command: Command, word: str) -> BriefingError:
    """Return the error for an option that `command` does not have, with the one that may have been meant."""
    name = word.partition("=")[0]
    # The dashes are left out of it: they alone would make --json look like --version.
    near = nearest(name.lstrip("-"), [option.name for option in command.options]) if name.startswith("--") else None
    hint = f'did you mean "--{near}"?' if near else f"see: {command.name} --help"
    return BriefingError(f"{command.short} has no option {name}", hint=hint)


def _parted(typed: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(typed)
    if "--" not in words:
        return words, []
    place = words.index("--")
    return words[:place], words[place + 1 :]


class _Parser(ArgumentParser):
    def __init__(self, command: Command) -> None:
        super().__init__(prog=command.name, add_help=False, allow_abbrev=False)
        self._command = command
        for option in command.options:
            if option.value:
                self.add_argument(*option.flags, dest=option.name, type=_taking(option))
            else:
                self.add_argument(*option.flags, dest=option.name, action="store_true")
        self.add_argument(_OPERANDS, nargs="*")

    def error(self, message: str) -> NoReturn:
        if found := _NO_VALUE.fullmatch(message):
            option = next(option for option in self._command.options if found[1] in option.flags)
            raise BriefingError(f"{found[1]} needs a value", hint=_choice(option))
        if found := _UNASKED_VALUE.fullmatch(message):
            raise BriefingError(f'{found[1]} takes no value, and "{found[2]}" was given')
        raise BriefingError(message, hint=f"see: {self._command.name} --help")


def _taking(option: Option) -> Callable[[str], str]:
    def taken(value: str) -> str:
        if option.choices and value not in option.choices:
            raise BriefingError(f'{option.flags[-1]} has no "{value}"', hint=did_you_mean(value, option.choices))
        return value

    return taken


def _choice(option: Option) -> str:
    return (
        f"one of: {', '.join(option.choices)}" if option.choices else f"for example: {option.flags[-1]} {option.value}"
    )
