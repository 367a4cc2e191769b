from datetime import date

from briefing.facts import sections
from briefing.facts.hollow import is_hollow
from briefing.model import Article, Claim, Source, Span
from briefing.pipeline import analyse


def said(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [line.fact.span.of(text) for part in sections(found) for line in part.lines if part.heading == "WHO SAYS SO"]


def hollow(text: str) -> bool:
    span = Span(0, len(text))
    return is_hollow(text, Claim("c1", span, None, None), span)


def test_a_condition_without_its_end_is_hollow() -> None:
    assert hollow("if the attacks on the farms in the valley went on for another month")
    assert hollow("unless the strikes end")
    assert not hollow("if the city paid, the mill would stay open")
    assert not hollow("the mill would stay open if the city paid")


def test_a_question_says_nothing() -> None:
    assert hollow("Would we have done it without the mill?")


def test_a_list_of_names_is_hollow() -> None:
    assert hollow("Anna Berg, Ola Lund and Erik Dahl")
    assert not hollow("Anna Berg and Ola Lund won")


def test_a_condition_cut_from_what_follows_has_no_line() -> None:
    told = said(
        "Gunmen killed four farmers in Mardle on Monday, police said. Unless the strikes end, the ministry said."
    )

    assert not any(words.startswith("Unless") for words in told)


def test_what_two_sources_say_alike_is_told_once() -> None:
    told = said(
        "Gunmen killed four farmers in Mardle on Monday. The ministry said the gunmen crossed the river from Orlby at"
        " night. Officials said the gunmen crossed the river from Orlby at night."
    )

    assert sum("crossed the river" in words for words in told) == 1


def test_a_city_before_the_colon_of_a_headline_says_nothing() -> None:
    told = said(
        "Chicago: Fire guts mill, two dead\n\nA fire gutted a mill in Chicago on Monday. The mayor said it would be"
        " built again. Chicago said it would help."
    )

    assert not any("Fire guts" in words for words in told)


def test_what_only_leads_up_to_a_statement_is_hollow() -> None:
    text = "In another effort on the coast, the ministry said today its envoy had gone to Mardle."
    leading = Span(0, text.index(","))

    assert is_hollow(text, Claim("c1", leading, Span(44, 48), Source(Span(32, 43))), leading)


def test_why_nobody_says_anything_is_hollow() -> None:
    text = "The council declined to comment because the matter is before the courts."
    reason = Span(text.index("because"), len(text) - 1)

    assert is_hollow(text, Claim("c1", reason, Span(12, 20), Source(Span(0, 11))), reason)
