"""The language in which the forms of dates are written down: patterns over classes of words.

A pattern names classes and macros in capitals, with brackets, `|`, `?` and `*` as in regular expressions; `label:` before
a name or a bracket catches its words. Blanks part names: "m:MONTH DOT? d:DAYNUM (COMMA? y:YEAR)?".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.dates.lexicon import CODE
from briefing.values import dataclass

MACROS: Final[dict[str, str]] = {
    "ANYMONTH": "MONTH|MAYBE_MONTH|MON DOT?",
    "ANYDAY": "WEEKDAY|WKD DOT?",
    "DAYOFMONTH": "DAYNUM|NTH",
    "WORD": "CARDINAL|TEN|BIG",
    "FIGURE": "DAYNUM|TWODIGIT|YEAR|INTEGER|DECIMAL",
    "HALVES": "HYPHEN? AND HYPHEN? A? HYPHEN? HALF|DAYNUM SLASH DAYNUM",
    "NUMBER": "(A? WORD ((HYPHEN|AND)? WORD)*|FIGURE BIG?) HALVES?",
    "VAGUE": "A? (COUPLE OF?|FEW)|SEVERAL|BIGS OF",
    "APPROX": "JUST? (ABOUT|NEARLY|OVER|UNDER|(MORE|LESS) THAN|AT (LEAST|MOST)|UP TO|AS MUCH AS|SOME)|JUST",
    "EDGE": "(THE? (EARLY|LATE|MID)|EARLIER|LATER) HYPHEN? (IN THE?)?|THE? (START|MIDDLE|END) OF"
    "|THE (FINAL|EARLY|LATE|EARLIER|LATER|LAST) (PORTION|UNITS) OF",
    "ZONED": "OPEN? (ZONE|LOCAL TIME) CLOSE?",
}
"""Parts that many patterns share, written in the same language."""

_MOST: Final = 6
"""How often what has a star may stand."""
_LEXEME: Final = re.compile(r"([a-z]\w*):|([A-Z][A-Z_0-9]*)|([()|?*])|\s+")


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern as a regular expression over characters of classes."""

    source: str
    first: frozenset[str]
    """The characters that it can begin with."""
    is_empty: bool
    """Whether it can fit without taking a word."""
    longest: int
    """How many words it can take."""


def form(pattern: str) -> Form:
    """Return a pattern, read."""
    lexemes = [(at[1] or "", at[2] or at[3] or "") for at in _LEXEME.finditer(pattern) if at.lastindex]
    lexemes.reverse()
    return _alternatives(lexemes)


@cache
def _macro(name: str) -> Form:
    return form(MACROS[name])


def _alternatives(lexemes: list[tuple[str, str]]) -> Form:
    forms = [_sequence(lexemes)]
    while lexemes and lexemes[-1][1] == "|":
        lexemes.pop()
        forms.append(_sequence(lexemes))
    return Form(
        "|".join(each.source for each in forms),
        frozenset().union(*(each.first for each in forms)),
        any(each.is_empty for each in forms),
        max(each.longest for each in forms),
    )


def _sequence(lexemes: list[tuple[str, str]]) -> Form:
    source, first, is_empty, longest = "", frozenset[str](), True, 0
    while lexemes and lexemes[-1][1] not in {")", "|"}:
        part = _repeated(_atom(lexemes), lexemes)
        source += part.source
        if is_empty:
            first |= part.first
        is_empty = is_empty and part.is_empty
        longest += part.longest
    return Form(source, first, is_empty, longest)


def _atom(lexemes: list[tuple[str, str]]) -> Form:
    label, what = lexemes.pop()
    if label:
        inner = _atom(lexemes)
        return Form(f"(?P<{label}>{inner.source})", inner.first, inner.is_empty, inner.longest)
    if what == "(":
        inner = _alternatives(lexemes)
        lexemes.pop()
    elif what in MACROS:
        inner = _macro(what)
    else:
        return Form(CODE[what], frozenset(CODE[what]), is_empty=False, longest=1)
    return Form(f"(?:{inner.source})", inner.first, inner.is_empty, inner.longest)


def _repeated(part: Form, lexemes: list[tuple[str, str]]) -> Form:
    if lexemes and lexemes[-1][1] == "?":
        lexemes.pop()
        return Form(part.source + "?", part.first, is_empty=True, longest=part.longest)
    if lexemes and lexemes[-1][1] == "*":
        lexemes.pop()
        return Form(f"{part.source}{{0,{_MOST}}}", part.first, is_empty=True, longest=_MOST * part.longest)
    return part
