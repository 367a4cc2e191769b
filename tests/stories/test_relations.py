from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Comparison
from briefing.stories.amounts import Amount
from briefing.stories.relations import Verdict, between, of_sum

CORPUS: Final = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "number_relations.toml").read_text(encoding="utf-8")
)
AMOUNT: Final = re.compile(
    r"(?:(?P<way>up|down) (?P<by>by|to) )?(?P<sign><=|>=|[<>~])? ?(?P<value>\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?"
    r"(?: (?!in |on )(?P<unit>[A-Za-z%]+(?: (?!in |on )[a-z]+)?))?(?: in (?P<scope>[A-Za-z ]+?))?(?: on (?P<day>[\d-]+))?"
)


def amount(written: str) -> Amount:
    """Return the amount of the table's notation: "up by >= 5..7 percent in Iraq on 2024-01-20"; in quotes for vague."""
    if written.startswith('"'):
        words, _, rest = written[1:].partition('"')
        day = rest.removeprefix(" on ")
        return Amount(None, comparison=Comparison.VAGUE, words=words, day=date.fromisoformat(day) if day else None)
    found = AMOUNT.fullmatch(written)
    assert found is not None, written
    return Amount(
        Decimal(found["value"]),
        Decimal(found["high"]) if found["high"] else None,
        Comparison(found["sign"] or "="),
        "percent" if found["unit"] == "%" else found["unit"],
        found["scope"] or "",
        date.fromisoformat(found["day"]) if found["day"] else None,
        {"up": "up", "down": "down"}.get(found["way"] or ""),  # type: ignore[arg-type]  # one of Change's two words
        found["by"] == "by",
    )


def verdict(case: dict[str, list[str] | str]) -> Verdict:
    amounts = [amount(written) for written in case["amounts"]]
    if case.get("how") == "sum":
        return of_sum(amounts[0], amounts[1:])
    return between(*amounts)


@pytest.mark.parametrize("case", CORPUS["case"], ids=lambda case: " | ".join(case["amounts"]))
def test_a_relation_is_as_in_the_corpus(case: dict[str, list[str] | str]) -> None:
    found = verdict(case)

    assert (found.relation or "none") == case["relation"], found.why
    assert found.why
    assert case.get("why", found.why) == found.why


def test_the_corpus_has_a_hundred_cases() -> None:
    assert len(CORPUS["case"]) >= 100


numbers = st.builds(
    Amount,
    st.decimals(0, 10_000, places=1),
    comparison=st.sampled_from([sign for sign in Comparison if sign is not Comparison.VAGUE]),
    unit=st.sampled_from([None, "metre", "foot", "percent"]),
    day=st.sampled_from([None, date(2024, 1, 1), date(2024, 1, 2)]),
    scope=st.sampled_from(["", "Iraq"]),
)


@given(numbers, numbers)
def test_the_order_of_two_numbers_does_not_matter(one: Amount, other: Amount) -> None:
    assert between(one, other).relation == between(other, one).relation


@given(numbers)
def test_a_number_is_the_same_as_itself(one: Amount) -> None:
    assert between(one, one).relation == "same"
