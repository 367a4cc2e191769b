"""Numbers in dates: "two dozen", "twenty-five", "2 1/2", "three and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.extract.dates.lexicon import ANYHOW

_SMALL = ANYHOW["CARDINAL"] | ANYHOW["TEN"]
_BIG = ANYHOW["BIG"]


def number_of(words: Sequence[str]) -> Decimal | None:
    """Return the number that the words say; None where they say none."""
    total, part = Decimal(0), Decimal(0)
    is_number = False
    last_small = 0
    for number, each in enumerate(words):
        word = each.lower()
        if word[0].isdigit():
            if number + 2 < len(words) and words[number + 1] == "/":
                return total + part + Decimal(int(word)) / max(1, int(words[number + 2]))
            part += Decimal(word.replace(",", ""))
        elif word in _SMALL:
            if last_small and (last_small < 20 or _SMALL[word] >= 10):
                return None
            part += _SMALL[word]
            last_small = _SMALL[word]
        elif word in _BIG:
            part = (part or Decimal(1)) * _BIG[word]
            if _BIG[word] >= 1000:
                total, part = total + part, Decimal(0)
            last_small = 0
        elif word == "half":
            part += Decimal("0.5")
        else:
            continue
        is_number = True
    return total + part if is_number else None
