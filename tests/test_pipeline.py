from __future__ import annotations

from dataclasses import replace

from briefing.model import Article
from briefing.pipeline import MOST_CHARACTERS, analyse

SHORT = Article("a", "a.txt", "A", "Two people were killed in Baghdad on Monday, the police said.")


def test_the_same_article_gives_the_same_analysis() -> None:
    assert analyse(SHORT) == analyse(SHORT)


def test_of_a_very_long_text_the_beginning_is_looked_at_and_it_says_so() -> None:
    long = replace(SHORT, text="\n\n".join([SHORT.text] * 2 + ["word " * 100] * (MOST_CHARACTERS // 400)))

    found = analyse(long)

    assert found.article is long
    assert found.remarks[0].startswith("only the first ")
    assert all(figure.span.end <= MOST_CHARACTERS for figure in found.figures)
    assert any(figure.value == 2 for figure in found.figures)


def test_a_long_text_without_any_gap_is_cut_all_the_same() -> None:
    found = analyse(replace(SHORT, text="x" * (MOST_CHARACTERS + 10)))

    assert found.remarks


def test_an_article_of_the_usual_length_is_looked_at_whole() -> None:
    assert analyse(SHORT).remarks == ()
