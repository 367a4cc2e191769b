"""Pens: how a cell is written, and the shortest way from one pen to another."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

OFF: Final = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24",
    "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""What takes an attribute away, by the attribute, in the numbers of ECMA-48."""
SEEN_ON_BLANKS: Final = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that show where there is no glyph."""
WHOLE: Final = {"2": 5, "5": 3}
"""How many numbers name a colour beyond the sixteen, the 38 or 48 in front included: red, green and blue, or one of 256."""


class Pen(NamedTuple):
    """Attributes and colours, the latter as the numbers that set them; nothing for the terminal's own."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""


PLAIN: Final = Pen()


@lru_cache(maxsize=4096)
def pen_of(parameters: str) -> Pen:
    """Return the pen that SGR `parameters` make of the plain one; numbers that mean nothing here are left out."""
    attributes: set[str] = set()
    foreground = background = ""
    numbers = parameters.split(";")
    position = 0
    while position < len(numbers):
        number = numbers[position]
        taken = 1
        if number in ("38", "48"):
            taken = WHOLE.get(numbers[position + 1] if position + 1 < len(numbers) else "", 1)
            colour = numbers[position : position + taken]
            if taken > 1 and len(colour) == taken and all(colour):
                if number == "38":
                    foreground = ";".join(colour)
                else:
                    background = ";".join(colour)
        elif number in ("", "0"):
            attributes, foreground, background = set(), "", ""
        elif number in OFF:
            attributes.add(number)
        elif len(number) == 2 and number[0] in "39" and number[1] in "01234567":
            foreground = number
        elif (len(number) == 2 and number[0] == "4" and number[1] in "01234567") or (
            len(number) == 3 and number[:2] == "10" and number[2] in "01234567"
        ):
            background = number
        elif number == "39":
            foreground = ""
        elif number == "49":
            background = ""
        position += taken
    return Pen(frozenset(attributes), foreground, background)


@lru_cache(maxsize=4096)
def blank(pen: Pen) -> Pen:
    """Return what of `pen` can be seen in a cell without a glyph."""
    return pen if pen.attributes & SEEN_ON_BLANKS else Pen(background=pen.background)


@lru_cache(maxsize=8192)
def turned(before: Pen | None, after: Pen) -> str:
    """Return the shortest sequence that turns one pen into another; None is a pen that is not known."""
    if before == after:
        return ""
    anew = ";".join(part for part in (*sorted(after.attributes), after.foreground, after.background) if part)
    afresh = f"\x1b[0;{anew}m" if anew else "\x1b[m"
    if before is None:
        return afresh
    gone = {OFF[number] for number in before.attributes - after.attributes}
    # What takes bold away takes dim away too: whatever else went with it is set again.
    kept = {number for number in after.attributes if OFF[number] not in gone}
    steps = [*sorted(gone), *sorted(after.attributes - (before.attributes & kept))]
    if before.foreground != after.foreground:
        steps.append(after.foreground or "39")
    if before.background != after.background:
        steps.append(after.background or "49")
    return min(f"\x1b[{';'.join(steps)}m", afresh, key=len)
