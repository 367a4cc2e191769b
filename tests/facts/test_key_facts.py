from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts import key_facts, sections
from briefing.model import Analysis, Article, Comparison, FactKind, Figure, Role, Span, Timex, TimexType
from briefing.pipeline import analyse


def article(text: str) -> Article:
    return Article("a", "a.txt", "", text, published=date(2026, 3, 4))


def test_an_article_without_findings_has_no_key_facts() -> None:
    assert key_facts(Analysis(article("Nothing."))) == ()
    assert sections(Analysis(article("Nothing."))) == ()


# The first example loads the models.
@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["The mayor", "said", "killed 12 people", "on Friday", "attack", "“no”", ",", ".", "\n\n"])
    )
)
def test_evidence_is_short_and_lies_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)

    for fact in analyse(article(text)).key_facts:
        assert 0 < len(fact.span) <= 130
        assert fact.span.end <= len(text)
        assert "\n\n" not in fact.span.of(text)


def test_a_figure_said_twice_is_one_fact_with_two_places() -> None:
    text = "The fire killed 12 people. Later the mayor said that 12 people had been killed."
    figures = tuple(
        Figure(f"n{at}", Span(at, at + 2), Decimal(12), Decimal(12), Comparison.EQUAL, role=Role.KILLED)
        for at in (16, 53)
    )

    found = key_facts(Analysis(article(text), (Span(0, 26), Span(27, 79)), figures=figures))
    facts = [fact for fact in found if fact.kind is FactKind.FIGURE]

    assert len(facts) == 1
    assert len(facts[0].also) == 1


def test_every_key_fact_stands_in_one_section() -> None:
    found = analyse(article("Gunmen killed two farmers in Mardle on Monday, police said. The mayor denied it."))

    lines = [line.fact for section in sections(found) for line in section.lines]

    assert sorted(map(repr, lines)) == sorted(map(repr, found.key_facts))


def test_a_date_that_means_no_day_is_no_key_fact() -> None:
    dates = (Timex("t1", Span(0, 4), TimexType.DATE, "PAST_REF"),)

    assert key_facts(Analysis(article("Once upon a time."), dates=dates)) == ()


def test_a_large_sum_is_told_before_half_of_something() -> None:
    text = (
        "A storm killed five people in Mardle on Monday, police said.\n\nThe storm came ashore before dawn. "
        "It tore roofs from the school and from the market.\n\nRoughly half of them were back on Tuesday. "
        "The government put the damage at 340 million euros. Schools stay closed. Nobody has said for how long. "
        "The mayor asked for patience. Roads to the north were being cleared, and trains ran again."
    )

    told = [fact.label for fact in analyse(article(text)).key_facts]

    assert "The government put the damage at 340 million euros" in told
    assert "Roughly half" not in told
