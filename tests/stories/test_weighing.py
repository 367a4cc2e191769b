from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from briefing.model import Analysis
from briefing.stories import Choices, stories
from briefing.stories.digest import digest
from briefing.stories.weighing import Weight
from tests.stories.reports import DAY, report

TWELVE = "Twelve people were killed when a train derailed near Karsk on Monday, Minister Radek Holub said."
AGAIN = "The fire service said that the express had come from Brodice and burned on the bridge over the Lenna."


def weight(*analyses: Analysis, newest: date = DAY, known: frozenset[str] | None = frozenset()) -> Weight:
    names = [analysis.article.id for analysis in analyses]
    together = Choices(together=tuple((names[0], name) for name in names[1:]))
    (story,) = stories(analyses, choices=together)
    return digest(story, known=known, newest=newest).weight


def by(outlet: str, analysis: Analysis) -> Analysis:
    return replace(analysis, article=replace(analysis.article, source=outlet))


def test_a_second_outlet_weighs_and_a_second_report_of_one_outlet_does_not() -> None:
    one = weight(by("Post", report("a", TWELVE)))
    two = weight(by("Post", report("a", TWELVE)), by("Wire", report("b", AGAIN)))
    same = weight(by("Post", report("a", TWELVE)), by("Post", report("b", AGAIN)))

    assert one.origins == same.origins < two.origins


def test_a_reprint_is_nobodys_own_report() -> None:
    text = f"{TWELVE} {AGAIN} A crane lifted the last carriage in the night, and the line stays closed until Friday."

    reprinted = weight(by("Post", report("a", text)), by("Wire", report("b", text)))

    assert reprinted.origins == weight(by("Post", report("a", text))).origins


def test_more_dead_weigh_more() -> None:
    assert weight(report("a", TWELVE)).harm < weight(report("a", TWELVE.replace("Twelve", "Two hundred"))).harm
    assert weight(report("a", "The minister spoke in Karsk.")).harm == 0


def test_an_older_story_weighs_less_until_it_weighs_no_less() -> None:
    ages = [weight(report("a", TWELVE), newest=DAY + timedelta(days)).recency for days in range(5)]

    assert ages == [3, 2, 1, 0, 0]


def test_a_story_that_is_known_weighs_less_than_a_new_one() -> None:
    assert weight(report("a", TWELVE), known=frozenset({"a"})).novelty == 0 < weight(report("a", TWELVE)).novelty


def test_an_article_without_a_date_is_not_fresh() -> None:
    assert weight(report("a", TWELVE, None)).recency == 0


def test_the_weight_is_the_sum_of_its_parts() -> None:
    assert Weight(Decimal("2.5"), Decimal(1), Decimal("0.25"), Decimal(0)).total == Decimal("3.75")
