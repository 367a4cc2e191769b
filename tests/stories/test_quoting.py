from __future__ import annotations

from briefing.model import Span
from briefing.stories.quoting import quotation
from tests.stories.reports import report


def test_the_place_that_heads_a_report_is_not_quoted() -> None:
    analysis = report("a", "PORT ANSEL - Divers brought up two more bodies on Tuesday. Police held the captain.")

    assert quotation(analysis, Span(21, 28)) == "Divers brought up two more bodies on Tuesday."


def test_words_that_are_asked_for_are_quoted_wherever_they_stand() -> None:
    analysis = report("a", "PORT ANSEL - Divers brought up two more bodies on Tuesday.")

    assert "PORT ANSEL" in quotation(analysis, Span(0, 10))


def test_a_sentence_from_the_middle_of_what_is_said_keeps_its_marks() -> None:
    analysis = report("a", 'He said: "I do not want a culprit. I want to know which day it was," Brandt said.')
    middle = analysis.article.text.index("I want")

    assert quotation(analysis, Span(middle, middle + 6)).startswith("“I want to know which day it was,")
