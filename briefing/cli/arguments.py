"""Arguments as they were typed, and a plain word about those that are wrong.

argparse reads options (see `options`); what it says about wrong ones is put into words here, because its own messages
name "argument -f/--format" and come below three lines of usage. Where there are none it is not even loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.cli.command import Command
from briefing.errors import BriefingError
from briefing.settings import nearest
from briefing.values import dataclass


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
    if not any(word.startswith("-") for word in before):
        return _checked(command, Arguments(frozenset(), {}, (*before, *after)))
    from briefing.cli.options import OPERANDS, parser_of

    found, strange = parser_of(command).parse_known_intermixed_args(before)
    for word in strange:
        if word.startswith("-") and word != "-":
            raise unknown_option(command, word)
    taken = vars(found)
    operands = (*taken[OPERANDS], *strange, *after)
    switches = frozenset(option.name for option in command.options if taken[option.name] is True)
    values = {option.name: taken[option.name] for option in command.options if isinstance(taken[option.name], str)}
    return _checked(command, Arguments(switches, values, operands))


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


def _checked(command: Command, given: Arguments) -> Arguments:
    """Return what was typed, of which the command takes what stands without a dash. Raises BriefingError if it doesn't."""
    if given.operands and not command.operand:
        raise BriefingError(f'{command.short} takes nothing behind it, and "{given.operands[0]}" was given')
    return given
