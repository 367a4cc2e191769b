from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import resources
from briefing.export.brief_json import brief_line
from briefing.library import articles
from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from briefing.stories import stories
from briefing.stories.brief import Brief, brief
from briefing.stories.digest import Digest
from tests.stories.reports import report

MONDAY, TUESDAY, WEDNESDAY = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 8)
FERRY = "Twelve people were killed when the ferry Larkspur ran aground off Tolna on Monday, the coastguard said."
MORE = "Fourteen people were killed when the ferry Larkspur ran aground off Tolna, the coastguard said on Tuesday."
DENIED = "The Tidemark line denied that the ferry Larkspur, which ran aground off Tolna, had been overloaded."
RATES = (
    "The decision lowered the main rate in Estmark. Governor Ida Larkin said that savers of Tolna would lose.",
    "The main rate in Estmark fell after the decision. Savers of Tolna would lose, Governor Ida Larkin said.",
)
BREAD = "Bakers in Estmark bake more bread than ever, a guild of bakers said on Monday."


@cache
def samples() -> tuple[Analysis, ...]:
    return tuple(analyse(one) for one in articles([str(resources.seeds())]) if isinstance(one, Article))


def told(*analyses: Analysis, since: date | None = None) -> Brief:
    return brief(stories(analyses), since=since)


def ferry(*, since: date | None = None) -> Brief:
    return told(
        report("a", f"{FERRY} {DENIED}", MONDAY), report("b", MORE, TUESDAY), report("c", BREAD, MONDAY), since=since
    )


def labels(one: Digest) -> list[str]:
    return [fact.given.point.label for fact in one.facts]


def test_a_story_comes_before_an_article_alone() -> None:
    found = ferry()

    assert [len(one.reports) for one in found.stories] == [2]
    assert [one.reports[0].article for one in found.single] == ["c"]


def test_two_copies_of_one_text_are_told_by_one_report() -> None:
    text = f"{FERRY} {DENIED} Divers will go down to the wreck on Friday, when the wind should drop, it said."

    found = told(report("a", text), report("b", text))

    assert (len(found.stories), len(found.single)) == (0, 1)


def test_since_a_day_only_stories_with_news_are_told() -> None:
    found = ferry(since=TUESDAY)

    (story,) = found.stories
    assert (found.single, found.earlier) == ((), 1)
    assert [one.article for one in story.news.reports] == ["b"]
    assert [(one.before.point.label, one.after[-1].point.label) for one in story.changes] == [
        ("12 killed", "14 killed")
    ]


def test_in_a_story_that_is_all_new_changes_are_told_from_its_first_report_on() -> None:
    (story,) = ferry(since=MONDAY).stories

    assert [(one.before.point.label, one.after[-1].point.label) for one in story.changes] == [
        ("12 killed", "14 killed")
    ]


def test_an_article_without_a_date_is_counted_where_a_day_is_asked_for() -> None:
    found = told(report("c", BREAD, None), since=MONDAY)

    assert (found.stories, found.single, found.undated, found.earlier) == ((), (), 1, 0)


def test_without_a_day_all_changes_of_the_story_are_told() -> None:
    (story,) = ferry().stories

    assert [[step.point.label for step in change.after] for change in story.changes] == [["14 killed"]]


def test_no_article_gives_no_story() -> None:
    assert told() == Brief(None, (), ())


def test_a_number_that_rose_is_told_as_it_is_now() -> None:
    (story,) = ferry().stories

    assert "12 killed" not in labels(story)
    assert any("Fourteen" in fact.words for fact in story.facts)


def test_nobody_is_named_for_a_number_that_he_did_not_give() -> None:
    (story,) = ferry().stories

    assert [fact.also for fact in story.facts if "Fourteen" in fact.words] == [()]


@pytest.mark.parametrize("number", range(4))
def test_a_story_of_the_samples_has_five_facts_at_most_and_none_twice(number: int) -> None:
    one = brief(stories(samples())).stories[number]

    assert 3 <= len(one.facts) <= 5
    assert len({fact.words for fact in one.facts}) == len(one.facts)
    assert all(set(fact.given.point.words.split()) & set(fact.words.split()) for fact in one.facts)


def test_every_word_that_is_told_of_the_samples_stands_in_its_article() -> None:
    texts = {one.article.id: " ".join(one.article.text.split()) for one in samples()}

    for one in brief(stories(samples())).stories:
        for fact in one.facts:
            assert fact.words.strip("…") in texts[fact.given.report.article]


@settings(max_examples=5, deadline=None)
@given(st.permutations(range(14)))
def test_the_order_of_the_articles_does_not_matter(order: list[int]) -> None:
    shuffled = [samples()[number] for number in order]

    assert brief_line(brief(stories(shuffled))) == brief_line(brief(stories(samples())))


def test_what_happened_is_told_by_the_article_and_not_by_its_headline() -> None:
    found = [one for story in brief(stories(samples())).stories for one in story.facts]
    headlines = {one.article.text[: one.article.headline_end or 0] for one in samples()}

    assert not {fact.words for fact in found} & headlines


def test_a_claim_of_responsibility_is_told_once() -> None:
    claims = [
        fact
        for story in brief(stories(samples())).stories
        for fact in story.facts
        if fact.given.point.status == "claimed-responsibility"
    ]

    assert len(claims) <= 1


def test_two_outlets_that_measure_differently_are_no_change() -> None:
    percent = "The Bank of Estmark expects inflation to average 2.4 percent in 2025, after it cut its rate on Monday."
    other = (
        "The Bank of Estmark cut its rate on Monday. Inflation will average 2.6 percent in 2025, analysts of Varn said."
    )
    found = brief(stories([report("a", percent, MONDAY), report("b", other, TUESDAY)]))

    assert [one.changes for one in (*found.stories, *found.single)] == [()] * len((*found.stories, *found.single))


def test_numbers_that_contradict_each_other_have_not_changed() -> None:
    one = "Five of the nine members of the board of the Tolna bank voted for the cut on Monday, two people said."
    other = "Six of the nine members of the board of the Tolna bank voted for the cut on Monday, its minutes show."
    (story,) = told(report("a", f"{one} {RATES[0]}", MONDAY), report("b", f"{other} {RATES[1]}", MONDAY)).stories

    assert [line.why for line in story.conflicts] == ["5 is not 6"]
    assert story.changes == ()


def test_a_toll_beside_a_day_is_a_step_like_the_others() -> None:
    steps = (FERRY, "The number of people killed when the ferry Larkspur ran aground off Tolna rose to 14 on Tuesday.")
    (story,) = told(report("a", f"{steps[0]} {DENIED}", MONDAY), report("b", steps[1], TUESDAY)).stories

    assert [[step.point.label for step in change.after] for change in story.changes] == [["14 killed"]]


def test_a_statement_that_says_no_more_than_a_known_toll_is_not_new() -> None:
    first = "Two people died and four were missing on Monday when the ferry Larkspur ran aground off Tolna."
    later = "Two people died off Tolna, where the ferry Larkspur ran aground. Four people were still missing, the ministry said."
    (story,) = told(report("a", first, MONDAY), report("b", later, TUESDAY), since=TUESDAY).stories

    assert not [new.point.words for new in story.news.facts if "missing" in new.point.words]


def test_a_toll_that_the_panel_tells_in_a_sentence_is_a_step_all_the_same() -> None:
    (ferry,) = [one for one in brief(stories(samples())).stories if "Halcyon" in one.story.group.title]
    (killed,) = [change for change in ferry.changes if change.before.point.matter.startswith("killed")]

    assert [step.point.amount.value for step in killed.after if step.point.amount] == [12, 14, 16]


def test_the_toll_of_now_is_a_key_fact_wherever_the_panel_tells_it() -> None:
    (ferry,) = [one for one in brief(stories(samples())).stories if "Halcyon" in one.story.group.title]
    told_facts = [fact.words for fact in ferry.facts]

    assert "Sixteen people are known to have died." in told_facts
    assert not [words for words in told_facts if "Another 23" in words]
