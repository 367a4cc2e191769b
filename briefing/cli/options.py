"""The options of a command, read by argparse, with a plain word about those that are wrong."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Final, NoReturn

from briefing.cli.command import Command, Option
from briefing.errors import BriefingError
from briefing.settings import did_you_mean

OPERANDS: Final = "operands"
_NO_VALUE: Final = re.compile(r"argument (?:\S+/)?(--?[\w-]+): expected one argument")
_UNASKED_VALUE: Final = re.compile(r"argument (?:\S+/)?(--?[\w-]+): ignored explicit argument '(.*)'", re.DOTALL)


def parser_of(command: Command) -> ArgumentParser:
    """Return what reads the options of a command; what stands without a dash comes as OPERANDS."""
    return _Parser(command)


class _Parser(ArgumentParser):
    def __init__(self, command: Command) -> None:
        super().__init__(prog=command.name, add_help=False, allow_abbrev=False)
        self._command = command
        for option in command.options:
            if option.value:
                self.add_argument(*option.flags, dest=option.name, type=_taking(option))
            else:
                self.add_argument(*option.flags, dest=option.name, action="store_true")
        self.add_argument(OPERANDS, nargs="*")

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
