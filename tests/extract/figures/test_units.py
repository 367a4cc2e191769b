from __future__ import annotations

import pytest

from briefing.extract.figures.currencies import CODES, NOUNS, OF_COUNTRIES, PREFIXES, SIGNS
from briefing.extract.figures.numerals import numerals
from briefing.extract.figures.tokens import tokenised
from briefing.extract.figures.units import unit_of


def unit(text: str) -> str | None:
    tokens = tokenised(text)
    return unit_of(tokens, numerals(tokens)[0]).name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5%", "percent"),
        ("5 per cent", "percent"),
        ("3 percentage points", "percentage point"),
        ("12km", "kilometre"),
        ("12 miles per hour", "mile per hour"),
        ("12 km/h", "kilometre per hour"),
        ("40 sq ft", "square foot"),
        ("-12°C", "degree Celsius"),
        ("90 degrees Fahrenheit", "degree Fahrenheit"),
        ("600 MW", "megawatt"),
        ("5 mW", "milliwatt"),
        ("10 tonnes", "tonne"),
        ("163g/km", "gram per kilometre"),
        ("$5", "USD"),
        ("US$5", "USD"),
        ("A$5", "AUD"),
        ("£5m", "GBP"),
        ("5 euros", "EUR"),
        ("5 million Danish crowns", "DKK"),
        ("5 Hong Kong dollars", "HKD"),
        ("EUR 5", "EUR"),
        ("Rs 500", "INR"),
        ("$5 a barrel", "USD per barrel"),
        ("$21 per square foot", "USD per square foot"),
        ("500 barrels a day", "barrel per day"),
        ("two straight weeks", "week"),
        ("60 pounds of beef", "pound"),
        ("60 pounds", "GBP"),
        ("$5 a year earlier", "USD"),
        ("5 people", None),
        ("5 points of view", None),
        ("two second homes", None),
    ],
)
def test_a_unit_has_one_name_however_it_is_written(text: str, name: str | None) -> None:
    assert unit(text) == name


def test_every_currency_has_a_known_code() -> None:
    old = {"CYP", "IEP", "FRF", "BEF", "SKK", "YUM", "ITL", "ATS", "DEM", "EEK"}

    named = {*SIGNS.values(), *PREFIXES.values(), *NOUNS.values(), *OF_COUNTRIES.values()} - {""}

    assert named - CODES <= old
