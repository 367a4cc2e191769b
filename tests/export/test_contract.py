from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from briefing.export.contract import facts_line, facts_object
from briefing.export.json_text import Json
from briefing.model import (
    Analysis,
    Article,
    Claim,
    ClaimStatus,
    Comparison,
    Entity,
    EntityMention,
    EntityType,
    Event,
    EventType,
    Fact,
    FactKind,
    Figure,
    Quote,
    Role,
    Source,
    Span,
    Timex,
    TimexType,
)
from tests.export.schema import CONTRACT, contract, problems, span_problems

TEXT = "Ferry aground\n\nAt least 12 people were hurt on Sunday, the coastguard said. “We heard a bang,” said Ana Vela."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ANALYSIS = Analysis(
    Article(
        id="a1",
        path="ferry.txt",
        title="Ferry aground",
        text=TEXT,
        headline_end=len("Ferry aground"),
        published=date(2024, 5, 6),
        source="The Harbour Post",
    ),
    sentences=(span("Ferry aground"), Span(15, len(TEXT))),
    entities=(Entity("e1", EntityType.PERSON, "Ana Vela", (EntityMention(span("Ana Vela")),)),),
    dates=(Timex("d1", span("Sunday"), TimexType.DATE, "2024-05-05", first=date(2024, 5, 5), last=date(2024, 5, 5)),),
    figures=(
        Figure(
            "f1",
            span("At least 12"),
            Decimal(12),
            comparison=Comparison.AT_LEAST,
            counted=span("people"),
            role=Role.INJURED,
        ),
    ),
    quotes=(Quote("q1", span("We heard a bang,"), Source(span("Ana Vela"), "e1")),),
    claims=(
        Claim(
            "c1",
            span("At least 12 people were hurt on Sunday"),
            span("said"),
            Source(span("the coastguard")),
            ClaimStatus.CONFIRMED,
        ),
    ),
    events=(
        Event("v1", EventType.ACCIDENT, span("aground"), target=(Source(span("Ferry")),), when="d1", figures=("f1",)),
    ),
    key_facts=(Fact(FactKind.FIGURE, "≥12 injured", span("At least 12 people were hurt"), refs=("f1",)),),
)

NESTED_KEYS = {
    "article": {"id", "path", "title", "source", "published", "text", "part", "headline_end"},
    "entities": {"id", "type", "name", "mentions", "related"},
    "dates": {"id", "start", "end", "type", "value", "first", "last", "modifier"},
    "figures": {
        "id",
        "start",
        "end",
        "value",
        "high",
        "comparison",
        "unit",
        "counted",
        "role",
        "change",
        "change_by",
        "part_of",
    },
    "quotes": {"id", "start", "end", "speaker"},
    "claims": {"id", "start", "end", "cue", "source", "status"},
    "events": {"id", "type", "trigger", "agent", "target", "place", "when", "figures", "status", "means"},
    "key_facts": {"kind", "label", "text", "start", "end", "refs", "also"},
}


def parsed(analysis: Analysis) -> dict[str, Json]:
    loaded: dict[str, Json] = json.loads(facts_line(analysis))
    return loaded


def test_a_line_holds_every_kind_of_finding() -> None:
    assert set(parsed(ANALYSIS)) >= {"version", "sentences", *NESTED_KEYS}


@pytest.mark.parametrize("kind", NESTED_KEYS)
def test_every_finding_has_the_keys_that_were_promised(kind: str) -> None:
    found = parsed(ANALYSIS)[kind]
    first = found[0] if isinstance(found, list) else found

    assert isinstance(first, dict)
    assert set(first) >= NESTED_KEYS[kind]


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies beside the checkout only")
@pytest.mark.parametrize("analysis", [ANALYSIS, Analysis(replace(ANALYSIS.article, headline_end=None))])
def test_a_line_keeps_the_contract(analysis: Analysis) -> None:
    rule = contract()

    assert problems(parsed(analysis), rule, whole=rule) == []


def test_every_range_lies_in_the_text() -> None:
    assert span_problems(parsed(ANALYSIS), TEXT) == []


def test_a_key_fact_carries_the_words_that_show_it() -> None:
    facts = facts_object(ANALYSIS)["key_facts"]

    assert isinstance(facts, list)
    assert facts[0]["text"] == "At least 12 people were hurt"


def test_a_time_of_publication_keeps_its_zone() -> None:
    timed = replace(ANALYSIS, article=replace(ANALYSIS.article, published=datetime(2024, 5, 6, 7, 30, tzinfo=UTC)))

    article = facts_object(timed)["article"]

    assert isinstance(article, dict)
    assert article["published"] == "2024-05-06T07:30:00+00:00"


def test_a_line_is_one_line_whatever_the_text_holds() -> None:
    text = "One\u2028two\x85three\n\nfour"

    line = facts_line(Analysis(replace(ANALYSIS.article, text=text, headline_end=None)))

    assert len(line.splitlines()) == 1
    assert json.loads(line)["article"]["text"] == text
