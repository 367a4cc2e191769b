"""Whether a text tells news or a history: from what it says of years and days, never from where it lies."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from briefing.extract.dates.lexicon import CODE
from briefing.extract.dates.tokens import Tokens

_NEAR: Final = re.compile(f"[{CODE['TODAY']}{CODE['YESTERDAY']}{CODE['WEEKDAY']}{CODE['TONIGHT']}]")
_YEAR: Final = CODE["YEAR"]
_FEWEST: Final = 8
_OUTWEIGHS: Final = 3
"""Histories of the development texts have 17 years or more and five times as many as near days; news twice at most."""


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Return whether years long past outweigh those near publication and the days that news names."""
    near = len(_NEAR.findall(tokens.codes))
    long_past = 0
    at = tokens.codes.find(_YEAR)
    while at >= 0:
        number = int(tokens.words[at])
        if published is None or number < published.year:
            long_past += 1
        else:
            near += 1
        at = tokens.codes.find(_YEAR, at + 1)
    return long_past >= _FEWEST and long_past > _OUTWEIGHS * near
