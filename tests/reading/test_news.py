from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefing.reading.choice import Option, choice, with_options
from briefing.reading.jumps import Place
from briefing.reading.news import ABOUT, MOST_FACTS, change_numbers, options, overview, unread_stories
from briefing.stories import Story, grouped, stories
from briefing.stories.news import Change, News, news, remembered
from briefing.stories.points import Point, Report
from briefing.stories.recognising import Given
from tests.stories.reports import report

MONDAY, TUESDAY = date(2024, 5, 6), date(2024, 5, 7)
FIRST = "Twelve people were killed when the ferry Larkspur ran aground off Tolna on Monday, the coastguard said."
AGAIN = f"{FIRST} The Tidemark line denied that the ferry Larkspur had been overloaded."
RISEN = "Fourteen people were killed when the ferry Larkspur ran aground off Tolna, the coastguard said on Tuesday."
BREAD = "Bakers in Estmark bake more bread than ever, a guild of bakers said on Monday."


def story(*texts: str) -> Story:
    days = (MONDAY, TUESDAY)
    (one,) = stories([report(str(number), text, days[number]) for number, text in enumerate(texts)])
    return one


def knowing(of: Story, *read: str) -> News:
    return news(of, remembered(of, read=read, memory={}))


def shown(found: Iterable[Option]) -> list[str]:
    return [f"{option.text} | {option.detail}" for option in found if not option.is_heading]


def test_a_story_tells_its_new_reports_and_what_changed() -> None:
    told = options(knowing(story(FIRST, RISEN), "0"))

    assert told[0].is_heading
    assert shown(told)[0] == "7 May: Fourteen people were killed when the fer | new report"
    assert any(line.startswith("killed: 12, now 14 |") for line in shown(told))


def test_each_line_leads_to_its_words() -> None:
    of = story(FIRST, RISEN)
    changed = next(option for option in options(knowing(of, "0")) if option.text.startswith("killed"))

    assert isinstance(changed.value, Place)
    assert changed.value.article == "1"
    assert of.analyses[1].article.text[changed.value.at :].startswith("Fourteen people were killed")


def test_what_is_as_before_is_one_line() -> None:
    folded = [option for option in options(knowing(story(FIRST, AGAIN), "0")) if "as before" in option.text]

    assert len(folded) == 1
    assert folded[0].is_heading


def test_a_story_without_news_is_not_there() -> None:
    assert options(knowing(story(FIRST, RISEN), "0", "1")) == ()


def test_many_new_facts_are_counted() -> None:
    found = knowing(story(FIRST, f"{RISEN} A member of the crew denied that the captain had slept."), "0")
    told = options(replace(found, facts=found.facts * 9))

    facts = [option for option in told if "slept" in option.text]
    assert len(facts) == MOST_FACTS
    assert told[-1].text.strip().startswith("4 more new facts")


def test_stories_of_which_nothing_was_read_have_a_line_each() -> None:
    articles = [report("a", FIRST, MONDAY), report("b", AGAIN, TUESDAY), report("c", BREAD, MONDAY)]
    found = tuple(unread_stories(grouped([one.article for one in articles])))

    assert shown(found) == ["Twelve people were killed when the ferry | 2 reports"]
    assert found[-1].text == "1 unread article tells of nothing else that is here"


def test_a_number_that_is_no_toll_is_told_by_its_label() -> None:
    points = [Point("FIGURES", f"{count} boats", "", matter="count|boat||") for count in (30, 45)]
    before, now = (Given(Report("a", "", "", "", "", ()), point) for point in points)

    assert change_numbers(Change(before, (now,))) == ("", ("30 boats", "45 boats"))


def test_the_list_says_that_nothing_is_new_when_all_was_looked_at() -> None:
    done = with_options(overview(), (), complete=True)

    assert (done.options, done.complete, done.about) == ((), True, ABOUT)
    assert done.empty.startswith("Nothing is new")


def test_the_cursor_of_a_list_that_was_empty_is_on_its_first_option() -> None:
    told = options(knowing(story(FIRST, RISEN), "0"))

    assert with_options(overview(), told, complete=False).option == told[1]
    assert choice(overview().ask, "", told, empty="").option == told[1]
