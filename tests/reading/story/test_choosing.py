from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from briefing.model import CorrectionKind
from briefing.reading.grouping import grouping
from briefing.reading.rows import Row
from briefing.reading.shelf import with_stories, with_table
from briefing.reading.steps import step
from briefing.reading.story.choosing import joined, others, taken_apart
from briefing.reading.story.laying import Name
from briefing.reading.undoing import undone
from briefing.stories import NO_CHOICES, Group, choices_of
from tests.reading.story.telling import POST, REPRINT, TIDE, WIRE, in_story

NOW = datetime(2024, 5, 8, tzinfo=UTC)


def test_a_report_is_kept_from_each_other_report_of_the_story() -> None:
    there = step(in_story("post", "wire", "reprint"), "first")
    assert there

    after = taken_apart(there, now=NOW)

    apart = choices_of(after.corrections.standing()).apart
    assert set(map(frozenset, apart)) == {frozenset({"post", "wire"}), frozenset({"post", "reprint"})}


def test_what_was_taken_apart_comes_back_by_undo() -> None:
    there = step(in_story("post", "wire"), "first")
    assert there

    after = undone(taken_apart(there, now=NOW), now=NOW)

    assert choices_of(after.corrections.standing()) == NO_CHOICES


def test_the_screen_stays_with_the_story_when_the_article_is_taken_out_from_which_it_was_opened() -> None:
    there = step(in_story("post", "wire"), "first")
    assert there
    assert there.story
    opened_from = there.story.wish.row.id
    assert there.story.target

    after = taken_apart(there, now=NOW)

    assert after.story
    assert (after.story.wish.row.id == opened_from) is (opened_from != "post")


def test_a_name_is_parted_from_each_other_name_of_its_thing() -> None:
    there = in_story("post", "wire", tab="names")
    assert there.story
    places = [number for number, target in enumerate(there.story.laid.targets) if isinstance(target, Name)]
    assert places, "the reports should use two names of one thing"
    there = replace(there, story=replace(there.story, cursor=places[0]))
    assert there.story

    after = taken_apart(there, now=NOW)

    assert after.corrections.names.parted
    assert all(one.kind is CorrectionKind.NOT_ONE_NAME for one in after.corrections.standing())


def test_another_story_is_joined_by_one_of_its_articles() -> None:
    there = in_story("post", "wire")
    offered = others(there)
    assert offered
    assert [option.value for option in offered.options] == ["reprint", "tide"]

    after = joined(there, "tide", now=NOW)

    assert after.story
    assert set(choices_of(after.corrections.standing()).together[0]) == {after.story.wish.row.id, "tide"}


def test_stories_are_offered_by_their_titles_where_they_are_known() -> None:
    there = in_story("post", "wire")
    groups = (Group("a", (POST, WIRE), POST.title), Group("b", (REPRINT, TIDE), "Tides"))
    stories = grouping(groups, there.shelf.table, NO_CHOICES)
    there = replace(there, shelf=with_stories(there.shelf, stories))

    offered = others(there)

    assert offered
    assert [option.text for option in offered.options if not option.is_heading] == ["Tides"]


def test_the_nearest_in_days_are_offered_first_and_those_without_a_day_last() -> None:
    there = in_story("post", "wire")
    assert there.story
    day = there.story.wish.row.day
    assert day
    far = {"far": 9, "near": -1, "middle": 4}
    rows = [Row(name, name, name, published=day + timedelta(days=days)) for name, days in far.items()]
    more = there.shelf.table.grown(
        [Row("undated", "undated", "undated"), *rows, Row("!no", "no", "no", readable=False)]
    )

    offered = others(replace(there, shelf=with_table(there.shelf, more)))

    assert offered
    names = [option.value for option in offered.options]
    assert [name for name in names if name in far] == ["near", "middle", "far"]
    assert names[-1] == "undated"
    assert not {"post", "wire", "!no"} & set(names)


def test_elsewhere_than_on_a_report_or_a_name_nothing_is_taken_apart() -> None:
    there = in_story("post", "wire", tab="timeline")

    after = taken_apart(there, now=NOW)

    assert after.corrections is there.corrections
    assert after.notice
