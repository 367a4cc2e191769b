import tomllib
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import events
from briefing.model import Analysis, Article, Source
from briefing.text import sentences


class Case(TypedDict, total=False):
    text: str
    type: str
    trigger: str
    agent: list[str]
    target: list[str]
    place: list[str]
    means: list[str]


def cases(kind: str) -> list[Case]:
    corpus = Path(__file__).parents[2] / "corpus" / "events.toml"
    found: list[Case] = tomllib.loads(corpus.read_text(encoding="utf-8"))[kind]
    return found


def analysed(text: str) -> Analysis:
    return events.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text)))


@pytest.mark.parametrize("case", cases("case"), ids=lambda case: case["text"][:60])
def test_the_main_event_is_told_with_its_slots(case: Case) -> None:
    text = case["text"]

    event = analysed(text).events[0]

    def words(sources: tuple[Source, ...]) -> list[str]:
        return [source.span.of(text) for source in sources]

    assert (event.type.value, event.trigger.of(text)) == (case["type"], case["trigger"])
    assert words(event.agent) == case.get("agent", [])
    assert words(event.target) == case.get("target", [])
    assert words(event.place) == case.get("place", [])
    assert words(event.means) == case.get("means", [])


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["The mayor", "was killed", "attack", "by", "on", ",", ".", "in Rome", "that", "\n\n"]))
)
def test_every_slot_lies_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)

    for event in analysed(text).events:
        spans = [event.trigger, *(s.span for s in (*event.agent, *event.target, *event.place, *event.means))]
        assert all(span.start < span.end <= len(text) for span in spans)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert analysed(text).article.text == text


def test_an_empty_text_has_no_event() -> None:
    assert analysed("").events == ()
