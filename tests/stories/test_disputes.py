from __future__ import annotations

from briefing.stories import Relation
from tests.stories.reports import report
from tests.stories.test_compare import lines, relations

LEAVING = (
    "A train derailed near Karsk on Monday. How many had to leave their homes is disputed. Interior Minister Radek Holub "
    "spoke of 11,500. Mayor Pavel Brandt put the number at 13,000."
)
LOG = (
    "A train derailed near Karsk on Monday. Tidemark Rail has published its log, in which the first warning is dated "
    "Thursday evening. On Sunday it had spoken of Wednesday."
)
OTHER = "A train derailed near Karsk on Monday. Minister Radek Holub said that a signal had failed."


def test_two_voices_that_answer_one_question_of_a_report_contradict_each_other() -> None:
    found = relations(lines(LEAVING, OTHER), "displaced")

    assert found == [(Relation.CONFLICT, "11,500 says Radek Holub, 13,000 says Pavel Brandt")]


def test_a_bound_that_the_other_number_meets_is_no_dispute() -> None:
    bound = LEAVING.replace("at 13,000", "at more than 11,000")

    assert relations(lines(bound, OTHER), "displaced") == []


def test_a_number_of_another_day_is_no_dispute() -> None:
    earlier = LEAVING.replace("put the number at 13,000", "had mentioned 8,000 on Sunday")

    assert relations(lines(earlier, OTHER), "displaced") == []


def test_two_numbers_of_one_voice_are_no_dispute() -> None:
    again = LEAVING.replace("Mayor Pavel Brandt put the number at", "Later Radek Holub spoke of")

    assert relations(lines(again, OTHER), "displaced") == []


def test_numbers_that_answer_no_question_are_no_dispute() -> None:
    bare = LEAVING.replace("How many had to leave their homes is disputed. ", "")

    assert relations(lines(bare, OTHER), "displaced") == []


def test_a_day_that_a_source_gave_in_two_ways_is_told_as_the_report_tells_it() -> None:
    found = [line for line in lines(LOG, OTHER) if line.relation is Relation.CONFLICT]

    assert [(line.slot, line.why) for line in found] == [
        ("date: first warning", "Wed 1 May 2024 is not Thu 2 May 2024: one report tells both")
    ]


def test_a_day_beside_another_one_is_no_dispute() -> None:
    plain = LOG.replace("it had spoken of Wednesday", "it was silent, as on Wednesday")

    assert [line for line in lines(plain, OTHER) if line.relation is Relation.CONFLICT] == []


def test_the_words_that_a_dispute_rests_on_are_those_of_the_report() -> None:
    analysis = report("a", LEAVING)

    assert [figure.span.of(analysis.article.text) for figure in analysis.figures] == ["11,500", "13,000"]
