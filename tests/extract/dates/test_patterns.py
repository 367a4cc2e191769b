"""The language of patterns."""

from __future__ import annotations

import re

import pytest

from briefing.extract.dates.lexicon import codes_of
from briefing.extract.dates.patterns import form


@pytest.mark.parametrize(
    ("pattern", "classes", "fits"),
    [
        ("MONTH DAYNUM", "MONTH DAYNUM", True),
        ("MONTH DOT? DAYNUM", "MONTH DAYNUM", True),
        ("(MONTH|MON) (COMMA? YEAR)?", "MON COMMA YEAR", True),
        ("UNIT*", "UNIT UNIT", True),
        ("MONTH DAYNUM", "DAYNUM MONTH", False),
        ("EDGE MONTH", "THE END OF MONTH", True),
        ("NUMBER UNITS", "TEN HYPHEN CARDINAL UNITS", True),
    ],
)
def test_a_pattern_fits_its_classes(pattern: str, classes: str, fits: bool) -> None:
    assert bool(re.fullmatch(form(pattern).source, codes_of(classes))) is fits


def test_a_label_catches_what_stands_behind_it() -> None:
    match = re.fullmatch(form("THE? m:MONTH d:(DAYNUM|NTH)").source, codes_of("THE MONTH NTH"))

    assert match is not None
    assert (match.span("m"), match.span("d")) == ((1, 2), (2, 3))


def test_a_pattern_tells_what_it_can_begin_with() -> None:
    assert form("THE? (MONTH|MON DOT?) YEAR").first == frozenset(codes_of("THE MONTH MON"))
