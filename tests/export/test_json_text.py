from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from briefing.export.json_text import Json, Plain, json_text, number_text, plain_json_text

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The time is that of a busy machine, and says nothing."""
VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(some.characters()),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


@PATIENT
@given(VALUES)
def test_what_is_written_reads_back_the_same(value: Json) -> None:
    assert json.loads(json_text(value)) == value


@PATIENT
@given(VALUES)
def test_the_short_way_writes_the_same(value: Plain) -> None:
    assert plain_json_text(value) == json_text(value)


@PATIENT
@given(some.text(some.characters()))
def test_nothing_in_it_disturbs_a_terminal_or_the_encoding(text: str) -> None:
    written = json_text(text)

    assert written.encode("utf-8")
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F for char in written)


@PATIENT
@given(some.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_written_exactly(value: Decimal) -> None:
    assert json.loads(number_text(value), parse_float=Decimal, parse_int=Decimal) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("140.00", "140"),
        ("2.5E+6", "2500000"),
        ("2.50", "2.5"),
        ("-0.0", "0"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("1E+999999", "1E+999999"),
        ("NaN", "null"),
        ("Infinity", "null"),
    ],
)
def test_a_number_is_as_short_as_it_can_be(value: str, written: str) -> None:
    assert number_text(Decimal(value)) == written
