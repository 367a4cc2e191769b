"""A text as dates see it: its words, where they begin, and a string with one character of class for each."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from briefing.extract.dates.lexicon import ANYHOW, CAPITALISED, CODE, MARKS, OTHER
from briefing.values import dataclass

_TOKEN: Final = re.compile(
    r"([b-nq-zC-NQ-Z][a-z]*+[^\W\d_]*+|[AaPp]\.\s?[Mm]\b\.?|B\.C\.(?:E\.)?|A\.D\.|[Oo]['’]clock\b|['’](?:[sS]\b|\d0s\b|\d\d\b(?!['’.,]?\d))"
    r"|[^\W\d_]+|\d+(?:(?!,[12]\d{3}\b)[.,:]\d+)*+[^\W\d_]*|\n\s*\n|[^\w\s])"
)

_NUMBER_FORM: Final = re.compile(
    r"(?P<DAYNUM>0?[1-9]|[12][0-9]|3[01])"
    r"|(?P<TWODIGIT>[0-9]{2})"
    r"|(?P<YEAR>1[0-9]{3}|20[0-9]{2}|21[0-4][0-9])"
    r"|(?P<INTEGER>[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,4})"
    r"|(?P<DOTTED>[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2})"
    r"|(?P<CLOCK>(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?|[:.][0-5][0-9](?:h|hrs)))"
    r"|(?P<DECIMAL>[0-9]{1,9}\.[0-9]{1,9})"
    r"|(?P<NTH>[0-9]{0,3}(?:1st|2nd|3rd|[0-9]th))"
    r"|(?P<DECADE>[0-9]{0,2}[0-9]0s)"
    r"|(?P<CLOCK12>(?:0?[1-9]|1[0-2])(?:[:.][0-5][0-9])?(?:am|pm|AM|PM))"
)
"""The classes of numbers by their form; the first that fits all of it counts."""


def _codes() -> dict[str, str]:
    codes = {mark: CODE[name] for mark, name in MARKS.items()}
    for name, words in CAPITALISED.items():
        for word in words:
            if word == "_":
                continue
            codes[word.capitalize()] = codes[word.upper()] = CODE[name]
    for name, words in ANYHOW.items():
        for word in words:
            codes[word] = codes[word.capitalize()] = codes[word.upper()] = CODE[name]
    for word in ("am", "pm"):
        for form in (word, f"{word[0]}.m.", f"{word[0]}. m.", f"{word[0]}.m", f"{word[0]}. m"):
            codes[form] = codes[form.upper()] = CODE["MERIDIEM"]
    del codes["Am"], codes["Pm"]
    return codes


_MOST_KEPT: Final = 1 << 14
"""The words that are remembered at most."""


class _Codes(dict[str, str]):
    """For each word the character of its class, those of the lexicon beforehand."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
            self.update(_codes())
        found = self[word] = OTHER if "A" <= word < "’" else _code_of_form(word)
        return found


_CODES: Final = _Codes(_codes())
_MEANT: Final = {word: value for words in (*CAPITALISED.values(), *ANYHOW.values()) for word, value in words.items()}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text; a blank line is one too, so that nothing reaches across it."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    codes: str
    """For each word the character of its class."""

    def end(self, number: int) -> int:
        """Return where a word ends in the text."""
        return self.starts[number] + len(self.words[number])

    def meant(self, number: int) -> int:
        """Return what a word of the lexicon stands for: 3 for "March" and "three"."""
        return _MEANT[self.words[number].lower()]

    def joined(self, number: int) -> bool:
        """Return whether nothing stands between a word and the one before it."""
        return number > 0 and self.end(number - 1) == self.starts[number]


def tokenised(text: str) -> Tokens:
    """Return the words of `text` with their classes."""
    # Cut into words and what parts them, of which the lengths add up to where each begins: all of it in the interpreter's
    # own loops, which is half of what a match for each word takes.
    parts = _TOKEN.split(text)
    words = parts[1::2]
    codes = "".join(map(_CODES.__getitem__, words))
    return Tokens(text, tuple(words), tuple(accumulate(map(len, parts)))[:-1:2], codes)


def _code_of_form(word: str) -> str:
    """Return the class that a number has by its form; that of no date for anything else."""
    if "0" <= word[0] <= "9":
        form = _NUMBER_FORM.fullmatch(word)
        return CODE[form.lastgroup] if form and form.lastgroup else OTHER
    if word[0] in "'’" and len(word) > 2:
        return CODE["DECADE" if word.endswith("s") else "SHORTYEAR"]
    return OTHER
