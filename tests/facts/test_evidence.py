from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.events.pieces import LONGEST
from briefing.facts.evidence import phrase, shortened
from briefing.facts.ground import LONGEST_LOOK, Ground, ground
from briefing.model import Analysis, Article, Entity, EntityMention, EntityType, Span
from briefing.text import sentences

LONG = (
    "The mayor, who had been in office for eleven years, said on Tuesday in the old town hall that the bridge would be"
    " closed for repairs until the end of the summer, while the ferry would run twice as often as it does now."
)


def analysis(text: str, *names: Span) -> Analysis:
    entities = tuple(Entity(f"e{at}", EntityType.ORG, "", (EntityMention(name),)) for at, name in enumerate(names))
    return Analysis(Article("a", "a.txt", "", text), sentences(text), entities)


def test_a_short_sentence_is_its_own_evidence() -> None:
    on = ground(analysis("Rain fell. Two people died in Marl."))

    assert phrase(on, Span(11, 14)).of(on.text) == "Two people died in Marl."


def test_a_long_sentence_gives_its_clause() -> None:
    on = ground(analysis(LONG))
    ferry = LONG.index("ferry")

    assert "the ferry would run twice as often" in phrase(on, Span(ferry, ferry + 5)).of(LONG)


def test_no_cut_falls_into_a_name() -> None:
    text = "The report came from the " + "Very " * 30 + "Long Institute in town."
    name = Span(25, text.index(" in town"))
    on = ground(analysis(text, name))

    assert shortened(on, Span(0, len(text))).end <= name.start


@given(st.text(alphabet="ab. ,;\n“”", max_size=400), st.integers(0, 390), st.integers(1, 9))
def test_evidence_holds_its_core_and_is_short(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    if start >= end or not text[start:end].strip(" \n\t,;:-–—()"):
        return
    on = ground(analysis(text))

    span = phrase(on, Span(start, end))

    assert len(span) <= LONGEST
    assert span.overlaps(Span(start, end))


def test_around_a_place_in_an_endless_sentence_no_more_is_looked_at_than_what_stands_near() -> None:
    text = "5% " * 20_000
    on = Ground(text, (Span(0, len(text)),), ())

    assert on.around(30_000) == Span(30_000 - LONGEST_LOOK, 30_000 + LONGEST_LOOK)
    assert on.around(0) == Span(0, LONGEST_LOOK)
