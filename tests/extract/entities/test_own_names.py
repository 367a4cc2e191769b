"""The user's own names: they win over the tagger, are one or two as the user says, and cost little time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.extract import entities
from briefing.model import NO_NAMES, Analysis, Article, Entity, EntityType, MentionForm, Names
from briefing.model.names import bearing_on
from tests.steps import MILLION, at_most, steps_of

ORG, PERSON, GPE, FAC = EntityType.ORG, EntityType.PERSON, EntityType.GPE, EntityType.FAC
REPORT = (
    "Rockets hit Tarnwick on Monday. Jane Doe of Ember Field said the group was behind it. "
    "Ember Field had been quiet. The fire at Ember Field burned for hours, Doe said."
)


def found_in(text: str, own: Names = NO_NAMES) -> tuple[Entity, ...]:
    return entities.recognise(Analysis(Article(id="a", path="a.txt", title="", text=text)), own=own).entities


def names(text: str, own: Names = NO_NAMES) -> list[tuple[EntityType, list[str]]]:
    return [
        (entity.type, [mention.span.of(text) for mention in entity.mentions if mention.form is MentionForm.NAME])
        for entity in found_in(text, own)
        if any(mention.form is MentionForm.NAME for mention in entity.mentions)
    ]


def test_without_own_names_nothing_is_another_way() -> None:
    assert found_in(REPORT, Names()) == found_in(REPORT)


@pytest.mark.parametrize("kind", list(EntityType))
def test_a_name_of_the_users_list_has_the_type_that_is_given_there(kind: EntityType) -> None:
    assert (kind, ["Ember Field"] * 3) in names(REPORT, Names(typed=(("Ember Field", kind),)))


def test_a_name_that_no_tagger_would_see_is_found() -> None:
    own = Names(typed=(("eel-9 mark ii", EntityType.PRODUCT),))

    assert names("nobody fired the eel-9 mark ii today", own) == [(EntityType.PRODUCT, ["eel-9 mark ii"])]


def test_names_are_whole_words_and_the_longest_counts() -> None:
    own = Names(typed=(("Tarn", ORG), ("Tarn Valley", GPE), ("Tarn Valley Water", ORG)))

    found = names("The flood hit Tarnwick, then Tarn Valley. Nobody warned Tarn or Tarn Valley Water of it.", own)

    assert (GPE, ["Tarn Valley"]) in found
    assert (ORG, ["Tarn Valley Water"]) in found
    assert [text for _, texts in found for text in texts if text == "Tarn"] == ["Tarn"]


def test_case_is_told_apart_but_capitals_throughout_are_the_same_name() -> None:
    own = Names(typed=(("Ember Field", FAC), ("Who", ORG)))

    found = names("FIRE AT EMBER FIELD\n\nSomething burned at ember field, the WHO and others said.", own)

    assert (FAC, ["EMBER FIELD"]) in found
    assert not any("ember field" in texts for _, texts in found)
    assert (ORG, ["Who"]) not in found


def test_dots_and_kinds_of_apostrophe_do_not_matter_and_the_article_and_the_genitive_stay_outside() -> None:
    own = Names(typed=(("the O'Malley Fund", ORG), ("U.T.F.", ORG)))

    found = names("On Monday the O’Malley Fund’s head met UTF. The O'Malley Fund is small.", own)

    assert (ORG, ["O’Malley Fund", "O'Malley Fund"]) in found
    assert (ORG, ["UTF"]) in found


def test_a_longer_name_around_one_of_the_users_stays_whole() -> None:
    own = Names(typed=(("Iran", GPE),))

    found = names("The Central Bank of Iran raised rates. Iran has had high inflation.", own)

    assert (ORG, ["Central Bank of Iran"]) in found
    assert (GPE, ["Iran"]) in found


def test_an_ordinary_word_is_not_a_name_because_a_sentence_begins_with_it() -> None:
    own = Names(typed=(("Price", PERSON),))

    assert names("Price rises hit shops.", own) == []
    assert (PERSON, ["Price"]) in names("The court heard him, and the judge thanked Price.", own)


def test_what_is_no_name_is_not_found_and_names_that_hold_it_are() -> None:
    text = "Jane Doe met John Smith in Paris. Jane Doe left. Smith stayed in Paris with Paris Smith."
    own = Names(none=(("Paris", None),))

    assert any("Paris" in texts for _, texts in names(text))
    assert not any("Paris" in texts for _, texts in names(text, own))
    assert any("Paris Smith" in texts for _, texts in names(text, own))


def test_what_is_no_name_of_one_type_may_be_one_of_another() -> None:
    text = "He flew to Paris on Monday."

    assert names(text, Names(none=(("Paris", PERSON),))) == names(text)
    assert names(text, Names(none=(("Paris", GPE),))) == []


def test_a_body_of_a_state_can_be_no_name() -> None:
    text = "The attack was condemned by the US military on Monday."

    assert any(entity.name == "US military" for entity in found_in(text))
    assert not any(entity.name == "US military" for entity in found_in(text, Names(none=(("US military", None),))))


def test_two_names_that_are_one_are_one_entity_with_the_type_that_one_of_them_was_given() -> None:
    text = "Tarnwick Water said so on Monday. Nobody asked Blue Heron. Tarnwick Water and Blue Heron are quiet."
    own = Names(typed=(("Tarnwick Water", ORG),), one=(("Blue Heron", "Tarnwick Water"),))

    assert (ORG, ["Tarnwick Water", "Blue Heron", "Tarnwick Water", "Blue Heron"]) in names(text, own)


def test_a_chain_of_pairs_joins_and_a_parted_pair_breaks_it() -> None:
    text = "Ana Alpha, Bea Beta and Cara Gamma met on Monday in Paris."
    chain = (("Ana Alpha", "Bea Beta"), ("Bea Beta", "Cara Gamma"))

    assert (PERSON, ["Ana Alpha", "Bea Beta", "Cara Gamma"]) in names(text, Names(one=chain))
    parted = names(text, Names(one=chain, parted=(("Ana Alpha", "Cara Gamma"),)))
    assert (PERSON, ["Ana Alpha", "Bea Beta"]) in parted
    assert (PERSON, ["Cara Gamma"]) in parted


def test_names_that_are_not_one_are_two_entities_and_another_name_goes_where_it_is_like() -> None:
    text = "President Rashid Karimov spoke on Monday. Karimov left. Rashid stayed, and Karimov came back."
    assert names(text) == [(PERSON, ["Rashid Karimov", "Karimov", "Rashid", "Karimov"])]

    found = names(text, Names(parted=(("Karimov", "Rashid Karimov"),)))

    assert found == [(PERSON, ["Rashid Karimov", "Rashid"]), (PERSON, ["Karimov", "Karimov"])]


def test_two_spellings_that_are_compared_as_one_cannot_be_parted() -> None:
    own = Names(parted=(("U.S.", "US"), ("Iran", "the Iran")))

    assert found_in("The US left. The U.S. came back to Iran.", own) == found_in(
        "The US left. The U.S. came back to Iran."
    )


@pytest.mark.parametrize("is_parted", [True, False])
def test_thousands_of_pairs_cost_little(is_parted: bool) -> None:
    pairs = tuple((f"Tarn{number}", f"Tarn{number + 1}") for number in range(3_000))
    text = " ".join(f"Nobody met Tarn{number}." for number in range(3_000))
    typed = tuple((name, GPE) for name, _ in pairs)
    own = Names(typed=typed, one=pairs[::2], parted=pairs[1::2]) if is_parted else Names(typed=typed, one=pairs)

    without = steps_of(lambda: found_in(text))
    with at_most(2 * without + 50 * MILLION):
        found_in(text, bearing_on(own, text))


def test_the_entities_that_were_parted_or_joined_have_ids_in_text_order() -> None:
    own = Names(typed=(("Ember Field", FAC),), one=(("Ember Field", "Tarnwick"),))

    found = found_in(REPORT, own)

    assert [entity.id for entity in found] == [f"e{number}" for number in range(1, len(found) + 1)]


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="AaBb \n.'-", max_size=60),
    st.lists(st.text(alphabet="AaBb .'-", min_size=1, max_size=6).filter(str.strip), min_size=2, max_size=6),
)
def test_whatever_is_listed_names_lie_in_the_text_and_never_overlap(text: str, listed: list[str]) -> None:
    kinds = itertools.cycle(EntityType)
    pairs = tuple((one, other) for one, other in itertools.pairwise(listed) if one != other)
    own = Names(tuple(zip(listed, kinds, strict=False)), ((listed[0], None),), pairs[::2], pairs[1::2])

    found = found_in(text, own)

    spans = sorted(mention.span for entity in found for mention in entity.mentions if mention.form is MentionForm.NAME)
    assert all(span.end <= len(text) and len(span) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


WORDS = st.sampled_from(
    ["Tarn", "TARN", "Tarnwick", "U.T.F.", "UTF", "O’Malley", "O'Malley", "the", "The", "Straße", "Anna-Lena"]
)
LISTED = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@settings(max_examples=150, deadline=None)
@example("Tarnwick", ["the Tarnwick", "Tarn"], [EntityType.PERSON] * 5, 1)
@given(
    st.lists(WORDS | st.sampled_from(["said", "on", "Monday.", "met"]), max_size=12).map(" ".join),
    st.lists(LISTED, min_size=2, max_size=5, unique=True),
    st.lists(st.sampled_from(list(EntityType)), min_size=5, max_size=5),
    st.integers(0, 5),
)
def test_names_that_cannot_matter_in_a_text_can_be_left_out(
    text: str, listed: list[str], kinds: list[EntityType], cut: int
) -> None:
    pairs = tuple(itertools.pairwise(listed))
    typed = tuple(zip(listed[cut:], kinds, strict=False))
    own = Names(typed, ((listed[0], None),) if cut else (), pairs[:cut], pairs[cut:])

    assert found_in(text, bearing_on(own, text)) == found_in(text, own)


def test_thousands_of_names_cost_little() -> None:
    text = " ".join(f"The mayor of Tarn{number} met Ann Other of Blue Heron {number} Ltd." for number in range(400))
    listed = [(f"Blue Heron {number} Ltd", ORG) for number in range(5_000)]
    listed += [(f"Tarn{number}", GPE) for number in range(5_000)]
    own = Names(tuple(sorted(listed)), one=tuple((f"Tarn{number}", f"Tarnwick {number}") for number in range(1_000)))
    found_in(text, own)

    without = steps_of(lambda: found_in(text))
    with at_most(2 * without + 15 * MILLION):
        found_in(text, own)


def test_what_the_user_says_wins_over_what_the_article_calls_a_name() -> None:
    text = "The ferry Ember Field struck a pier. The Ember Field, built in 1991, was towed away."
    assert names(text)[0] == (EntityType.PRODUCT, ["Ember Field"] * 2)

    assert names(text, Names(typed=(("Ember Field", ORG),)))[0] == (ORG, ["Ember Field"] * 2)


def test_an_article_before_a_listed_name_does_not_keep_it_from_a_text_without_one() -> None:
    own = Names(typed=(("the Tarn", PERSON),))

    assert bearing_on(own, "Tarn") == own
