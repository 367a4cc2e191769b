"""Whether a text tells news or a history: from what it says of years and days, never from where it lies."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from briefing.extract.dates.lexicon import CODE, codes_of
from briefing.extract.dates.tokens import Tokens

_NEAR: Final = re.compile(
    f"[{codes_of('TODAY YESTERDAY WEEKDAY TONIGHT AGO RECENTLY')}]"
    f"|[{codes_of('LAST THIS NEXT')}][{codes_of('UNIT PART MONTH')}]"
)
"""What news says of its own days: "yesterday", "Monday", "last week"."""
_OWN_DAYS: Final = re.compile(f"[{codes_of('TODAY YESTERDAY WEEKDAY TONIGHT')}]")
_SPEAKING: Final = ("said", "says", "told")
_WORDS_PER_SIGN: Final = 400
"""News names a day of its own, or lets someone speak, in fewer words; the histories seen do so in 560 at most."""
_PLACED: Final = re.compile(f"[{codes_of('YEAR ERA')}]")
_FAR: Final = 2
"""A year that lies farther back than that is rarely news."""
_FEWEST: Final = 3
_MORE: Final = 6
"""So many far years make a history, the second number where the text names days of its own too."""
_OUTWEIGHS: Final = 3
"""Of the development texts histories tell far years five times as often as near days, news at most twice as often."""


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Return whether years long past outweigh those near publication and the days that news names."""
    own = len(_OWN_DAYS.findall(tokens.codes)) + sum(tokens.words.count(word) for word in _SPEAKING)
    if own * _WORDS_PER_SIGN > len(tokens.words):
        return False
    near, past, far = len(_NEAR.findall(tokens.codes)), 0, 0
    for at in _PLACED.finditer(tokens.codes):
        if at[0] == CODE["ERA"]:
            far += 1
            continue
        number = int(tokens.words[at.start()])
        if published is None or number < published.year - _FAR:
            far += 1
        elif number < published.year:
            past += 1
        else:
            near += 1
    return far >= (_MORE if near else _FEWEST) and far + past > _OUTWEIGHS * near
