from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from briefing import resources
from briefing.library import articles
from briefing.model import Analysis, Article
from briefing.pipeline import analyse
from briefing.stories import Story, stories
from briefing.stories.news import News, news, remembered
from briefing.stories.points import MOST, Report, report
from tests.stories.reports import report as analysed

MONDAY, TUESDAY, WEDNESDAY = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 8)
FIRST = (
    "Twelve people were killed when the ferry Larkspur ran aground off Tolna on Monday, the coastguard said. "
    "The seamen's union said that two life rafts of the Larkspur had failed to open. Thirty people are missing."
)
AGAIN = "Twelve people were killed when the ferry Larkspur ran aground off Tolna on Monday, the coastguard said."
RISEN = (
    "Fourteen people were killed when the ferry Larkspur ran aground off Tolna, the coastguard said. "
    "The Tidemark line denied that life rafts of the Larkspur had failed to open. "
    "Prosecutors said that the pilot had been drunk."
)
LATER = "Sixteen people were killed when the ferry Larkspur ran aground off Tolna, the coastguard said on Wednesday."


@cache
def samples() -> tuple[Story, ...]:
    """Return the stories of the samples that have several reports."""
    found = [analyse(one) for one in articles([str(resources.seeds())]) if isinstance(one, Article)]
    return tuple(story for story in stories(found) if len(story.analyses) > 1)


def story(*analyses: Analysis) -> Story:
    (one,) = stories(analyses)
    return one


def knowing(of: Story, names: Iterable[str]) -> News:
    return news(of, remembered(of, read=frozenset(names), memory={}))


def ids(of: Story) -> list[str]:
    return [one.article.id for one in of.analyses]


def told(found: News) -> tuple[object, ...]:
    """Return what is told of a story, without the story itself."""
    return found.reports, found.revised, found.facts, found.changes, found.settled, found.unchanged


def test_a_number_that_rose_is_told_with_both_and_with_who_gives_them() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("b", RISEN, TUESDAY))

    (change,) = knowing(of, ["a"]).changes

    assert (change.before.point.label, change.before.report.article) == ("12 killed", "a")
    assert [(one.point.label, one.report.article) for one in change.after] == [("14 killed", "b")]


def test_steps_between_are_told_in_their_order() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("c", LATER, WEDNESDAY), analysed("b", RISEN, TUESDAY))

    (change,) = knowing(of, ["a"]).changes

    assert [one.point.label for one in change.after] == ["14 killed", "16 killed"]


def test_an_older_number_that_is_read_late_is_no_change() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("b", RISEN, TUESDAY))

    found = knowing(of, ["b"])

    assert found.changes == ()
    assert [one.point.label for one in found.facts if "killed" in one.point.label] == []


def test_what_is_denied_now_is_told_beside_what_was_said() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("b", RISEN, TUESDAY))

    (settled,) = knowing(of, ["a"]).settled

    assert (settled.by.point.status, settled.by.point.said_by) == ("denied", "Tidemark line")
    assert "had failed to open" in settled.before.point.words


def test_a_statement_that_nobody_made_before_is_new() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("b", RISEN, TUESDAY))

    assert any("drunk" in one.point.words for one in knowing(of, ["a"]).facts)


def test_what_another_report_tells_again_is_folded() -> None:
    of = story(analysed("a", FIRST, MONDAY), analysed("b", AGAIN, TUESDAY))

    found = knowing(of, ["a"])

    assert (found.facts, found.changes, [one.article for one in found.reports]) == ((), (), ["b"])
    assert found.unchanged > 0


def test_a_story_of_which_nothing_was_read_is_new_as_a_whole() -> None:
    of = story(analysed("a", FIRST, MONDAY))

    assert knowing(of, []).is_first
    assert not knowing(of, ["a"]).is_first


def test_a_report_that_was_changed_since_tells_what_is_another_now() -> None:
    before, now = analysed("a", FIRST, MONDAY), analysed("a", FIRST.replace("Twelve", "Thirteen"), MONDAY)
    of = story(now)

    found = news(of, remembered(of, read={"a"}, memory={"a": report(before)}))

    assert [one.article for one in found.revised] == ["a"]
    assert [(one.before.point.label, one.after[0].point.label) for one in found.changes] == [("12 killed", "13 killed")]


def test_a_report_rewritten_under_another_id_is_known_by_its_headline() -> None:
    before, now = analysed("a", FIRST, MONDAY), analysed("b", FIRST.replace("Thirty", "Forty"), MONDAY)
    of = story(now)

    found = news(of, remembered(of, read={"a"}, memory={"a": report(before)}))

    assert ([one.article for one in found.revised], found.reports) == (["b"], ())


def test_what_is_remembered_of_a_report_is_bounded() -> None:
    long = " ".join(f"The mayor of Town{number} said that {number} houses burned." for number in range(2, 400))

    found = report(analysed("a", long))

    assert len(found.points) == MOST
    assert max(len(point.words) for point in found.points) <= 200


@given(st.data())
def test_remembering_everything_leaves_nothing_new(data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(samples()))
    whole = data.draw(st.booleans())

    found = news(of, [report(one, whole=whole) for one in of.analyses])

    assert found.is_empty


@given(st.data())
def test_nothing_that_was_read_is_new_again(data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(samples()))
    first = data.draw(st.sets(st.sampled_from(ids(of))))
    then = data.draw(st.sets(st.sampled_from(ids(of))))

    before, after = knowing(of, first), knowing(of, first | then)

    assert not {one.article for one in after.reports} & then
    read_since = {one.point for one in before.facts if one.reports[0].article in then}
    assert not {one.point for one in after.facts} & read_since


@given(st.data())
def test_the_order_of_the_articles_does_not_matter(data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(samples()))
    read = data.draw(st.sets(st.sampled_from(ids(of))))
    analyses = data.draw(st.permutations(of.analyses))
    (shuffled,) = stories(analyses)

    known: Sequence[Report] = data.draw(st.permutations(remembered(of, read=read, memory={})))

    assert told(news(shuffled, known)) == told(knowing(of, read))
