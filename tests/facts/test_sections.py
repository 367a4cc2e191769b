from dataclasses import replace
from datetime import date
from decimal import Decimal

from briefing.facts import group, sections
from briefing.model import (
    Analysis,
    Article,
    Claim,
    ClaimStatus,
    Event,
    EventType,
    Fact,
    FactKind,
    Figure,
    Role,
    Source,
    Span,
)
from briefing.pipeline import analyse
from tests.steps import MILLION, at_most

TEXT = "Two people died in a fire in Marl, police say. The firm denies that it caused the fire."
DEAD = Figure("f1", Span(0, 3), Decimal(2), role=Role.KILLED)
FIRE = Event("E1", EventType.DISASTER, Span(21, 25), figures=("f1",))
EARLIER = Event("E2", EventType.DISASTER, Span(79, 83), status="background")
SAID = Claim("c1", Span(0, 33), Span(42, 45), Source(Span(35, 41)))
DENIED = Claim("c2", Span(61, 86), Span(56, 62), Source(Span(47, 55)), ClaimStatus.DENIED)
FACTS = (
    Fact(FactKind.EVENT, "disaster: fire", Span(0, 33), ("E1",)),
    Fact(FactKind.FIGURE, "2 killed", Span(0, 33), ("f1", "E1")),
    Fact(FactKind.CLAIM, "denied by firm", Span(47, 86), ("c2",)),
    Fact(FactKind.EVENT, "2019: fire", Span(47, 86), ("E2",)),
)
FOUND = Analysis(
    Article("a", "a.txt", "", TEXT),
    figures=(DEAD,),
    claims=(SAID, DENIED),
    events=(FIRE, EARLIER),
    key_facts=FACTS,
)


def test_facts_stand_under_their_headings_in_the_panels_order() -> None:
    assert [section.heading for section in sections(FOUND)] == ["WHAT", "HURT", "WHO SAYS SO", "BACKGROUND"]


def test_a_denial_carries_its_word() -> None:
    denial = next(section for section in sections(FOUND) if section.heading == "WHO SAYS SO").lines[0]

    assert denial.status == "denied"
    assert denial.said_by == ""


def test_a_toll_tells_who_gives_it() -> None:
    toll = next(section for section in sections(FOUND) if section.heading == "HURT").lines[0]

    assert toll.said_by == "police"


def test_money_is_a_cost_only_where_something_was_destroyed() -> None:
    price = Figure("f1", Span(0, 3), Decimal(2), unit="USD", role=Role.MONEY)
    fact = Fact(FactKind.FIGURE, "$2", Span(0, 33), ("f1", "E1"))
    sale = Event("E1", EventType.BUSINESS, Span(21, 25), figures=("f1",))
    article = Article("a", "a.txt", "", TEXT)

    assert group(fact, Analysis(article, figures=(price,), events=(FIRE,))) == "COST"
    assert group(fact, Analysis(article, figures=(price,), events=(sale,))) == "FIGURES"


def test_what_was_not_analysed_of_a_long_text_costs_nothing() -> None:
    found = analyse(Article("a", "a.txt", "", "Two men died in a fire in Mardle on Monday, the mayor said. " * 4))
    long = replace(found, article=replace(found.article, text=found.article.text + "Nothing was said. " * 200_000))

    with at_most(20 * MILLION):
        assert sections(long) == sections(found)


def test_one_whom_the_headline_names_and_no_line_of_the_event_is_whom_it_is_about() -> None:
    text = (
        "Lund is gone after she fooled a court.\n\nThe star fooled a judge in Orlby on Monday. Ida Lund was seen at a shop."
        " Police looked for Lund. Nobody had seen Lund by Tuesday."
    )
    found = analyse(Article("a", "a.txt", "", text, headline_end=text.index("\n"), published=date(2026, 3, 4)))
    labels = [line.label for part in sections(found) for line in part.lines if part.heading in ("ABOUT", "WHO", "WHAT")]

    assert any("Lund" in label for label in labels)
