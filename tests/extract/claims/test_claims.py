import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import claims
from briefing.model import Analysis, Article
from briefing.text import sentences


class Case(TypedDict):
    why: str
    text: str
    claims: list[list[str]]


def cases() -> list[Case]:
    corpus = Path(__file__).parents[2] / "corpus" / "claims.toml"
    found: list[Case] = tomllib.loads(corpus.read_text(encoding="utf-8"))["case"]
    return found


def analysed(text: str) -> Analysis:
    return claims.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text)))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["why"])
def test_a_claim_is_found_with_source_cue_and_status(case: Case) -> None:
    text = case["text"]

    told = [
        [
            claim.source.span.of(text) if claim.source else "",
            claim.cue.of(text) if claim.cue else "",
            claim.span.of(text),
            claim.status.value,
        ]
        for claim in analysed(text).claims
    ]
    assert told == case["claims"]


@given(st.lists(st.sampled_from(["The mayor", "said", "told", "“", "”", ",", ".", "denied", "it", "\n\n", "that"])))
def test_claims_lie_in_the_text_and_never_overlap(parts: list[str]) -> None:
    text = " ".join(parts)

    found = analysed(text).claims

    assert all(claim.span.end <= len(text) for claim in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("part", ["said ", ", he said ", "according to ", "“", "'a ", "BERG: "])
def test_a_text_without_an_end_of_sentence_is_looked_through(part: str) -> None:
    text = part * (6000 // len(part))

    found = analysed(text).claims

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_the_same_text_has_the_same_claims() -> None:
    text = "The coast guard said that two boats sank. Norway denied it."

    assert analysed(text).claims == analysed(text).claims
