from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Analysis, EntityType, Names
from briefing.reading.choice import keyed, pasted
from briefing.reading.drawing.choices import choice_line
from briefing.reading.drawing.pieces import UNICODE
from briefing.reading.name_index import ArticleNames, NamedThing, NameIndex, Tally, names_of
from briefing.reading.naming import MOST, index, regathered, span_words
from briefing.reading.wrapping import cells
from tests.reading.samples import UNDATED, analysis_of_harbour
from tests.steps import MILLION, at_most

ORG, PERSON, GPE = EntityType.ORG, EntityType.PERSON, EntityType.GPE
MONDAY = date(2024, 1, 15)


def tallied(*articles: ArticleNames, own: Names | None = None) -> tuple[NamedThing, ...]:
    tally = Tally(own or Names())
    for article in articles:
        tally.add(article)
    return tally.index(complete=True).things


def named(*names: tuple[str, EntityType, int], day: date | None = MONDAY) -> ArticleNames:
    return ArticleNames(day, names)


def test_an_article_names_its_entities_but_not_what_it_only_calls_the_group() -> None:
    assert names_of(analysis_of_harbour()) == ArticleNames(
        date(2024, 1, 16), (("Ansel", GPE, 2), ("Ida Brandt", PERSON, 1))
    )
    assert names_of(Analysis(UNDATED)) == ArticleNames(None, ())


def test_names_are_counted_by_article_with_the_first_and_the_last_day() -> None:
    found = tallied(
        named(("Ansel", GPE, 2), ("Ida Brandt", PERSON, 1)),
        named(("Ansel", GPE, 1), day=MONDAY + timedelta(days=3)),
        named(("Ansel", GPE, 1), day=None),
    )

    assert found == (
        NamedThing("Ansel", GPE, 3, 4, MONDAY, MONDAY + timedelta(days=3)),
        NamedThing("Ida Brandt", PERSON, 1, 1, MONDAY, MONDAY),
    )


def test_those_of_the_most_articles_come_first_then_those_named_most_then_by_name() -> None:
    found = tallied(named(("b", ORG, 1), ("a", ORG, 1), ("c", ORG, 5), ("d", ORG, 1)), named(("d", ORG, 1)))

    assert [thing.name for thing in found] == ["d", "c", "a", "b"]


def test_one_name_in_other_letters_is_one_and_another_kind_of_thing_is_not() -> None:
    found = tallied(
        named(("PORT ANSEL", GPE, 1)), named(("Port Ansel", EntityType.FAC, 2)), named(("Port Ansel", PERSON, 1))
    )

    assert [(thing.name, thing.type, thing.articles) for thing in found] == [
        ("Port Ansel", EntityType.FAC, 2),
        ("Port Ansel", PERSON, 1),
    ]


def test_what_the_user_says_is_one_is_counted_as_one_and_once_in_an_article() -> None:
    own = Names(typed=(("CENTCOM", ORG),), one=(("CENTCOM", "US Central Command"), ("Command", "US Central Command")))

    found = tallied(named(("US Central Command", ORG, 2), ("Command", ORG, 1)), named(("CENTCOM", ORG, 1)), own=own)

    assert found == (NamedThing("CENTCOM", ORG, 2, 4, MONDAY, MONDAY),)


THINGS = tuple(
    NamedThing(name, kind, 1, 1) for name, kind in (("Ansel", GPE), ("Ida Brandt", PERSON), ("Brandt AG", ORG))
)


def test_typing_finds_names_and_types_in_any_case_and_order() -> None:
    names = NameIndex(THINGS, 3)

    assert [thing.name for thing in names.found("brandt", most=9)] == ["Ida Brandt", "Brandt AG"]
    assert [thing.name for thing in names.found("PERSON bra", most=9)] == ["Ida Brandt"]
    assert [thing.name for thing in names.found("", most=2)] == ["Ansel", "Ida Brandt"]
    assert list(names.found("zz", most=9)) == []
    assert list(NameIndex().found("a", most=9)) == []


@given(st.lists(st.sampled_from(("Ansel", "İda", "brandt ß", "a\tb", "")), max_size=5), st.text("aİßnb ", max_size=4))
def test_what_is_found_holds_all_that_was_typed(listed: list[str], words: str) -> None:
    names = NameIndex(tuple(NamedThing(name, ORG, 1, 1) for name in listed))

    found = [thing.name for thing in names.found(words, most=9)]

    wanted = [
        name for name in listed if all(part in f"{name} organisation".casefold() for part in words.casefold().split())
    ]
    assert found == wanted


def test_a_hundred_thousand_names_are_searched_in_a_moment() -> None:
    names = NameIndex(tuple(NamedThing(f"Name {number}", ORG, 1, 1) for number in range(100_000)))
    names.prepare()

    with at_most(50 * MILLION):
        for words in ("n", "name 9999", "zz", "organisation 77777"):
            assert len(list(names.found(words, most=MOST))) <= MOST


def test_the_list_shows_count_type_and_days_where_there_is_room() -> None:
    asked = index(NameIndex((NamedThing("Ansel", GPE, 1_200, 9, date(2023, 12, 31), MONDAY),), 3_000))

    wide, narrow, small = ("".join(piece.text for piece in choice_line(asked, 2, width=width, signs=UNICODE)) for width in (80, 60, 40))  # fmt: skip

    assert wide.split() == ["Ansel", "1,200", "place", "Dec", "2023", "–", "Jan", "2024"]
    assert narrow.split() == ["Ansel", "1,200", "place"]
    assert small.split() == ["Ansel", "1,200"]
    assert [cells(line) for line in (wide, narrow, small)] == [80, 60, 40]
    assert asked.title == "1 NAME IN 3,000 ARTICLES"


def test_days_are_told_shortly() -> None:
    assert span_words(None, None) == ""
    assert span_words(MONDAY, MONDAY) == "15 Jan 2024"
    assert span_words(date(2024, 1, 3), MONDAY) == "3 – 15 Jan 2024"
    assert span_words(MONDAY, date(2024, 9, 21)) == "15 Jan – 21 Sep 2024"
    assert span_words(date(2023, 9, 21), MONDAY) == "Sep 2023 – Jan 2024"


def test_when_more_names_come_what_was_typed_stays_and_the_cursor_is_on_the_same_name() -> None:
    before = keyed(pasted(index(NameIndex(THINGS, 3, complete=False)), "brandt"), "down", None)
    assert before.option is not None
    more = (NamedThing("Rolf Brandt", PERSON, 5, 5), *THINGS)

    after = regathered(before, index(NameIndex(more, 9)))

    assert after.option == before.option
    assert after.prompt == before.prompt
    assert [option.text for option in after.shown] == ["Rolf Brandt", "Ida Brandt", "Brandt AG"]


def test_more_names_than_can_be_listed_are_found_by_typing() -> None:
    names = NameIndex(tuple(NamedThing(f"Name {number}", ORG, 1, 1) for number in range(2 * MOST)))

    asked = index(names)

    assert len(asked.shown) == MOST
    assert [option.text for option in pasted(asked, f"name {2 * MOST - 1}").shown] == [f"Name {2 * MOST - 1}"]


def test_a_name_that_was_put_right_has_a_sign_before_it() -> None:
    asked = index(NameIndex(THINGS, 3), own=Names(typed=(("Ida Brandt", PERSON),)))

    lines = ["".join(piece.text for piece in choice_line(asked, 2 + at, width=60, signs=UNICODE)) for at in range(3)]

    assert [line.startswith(" ✓ ") for line in lines] == [thing.name == "Ida Brandt" for thing in THINGS]


def test_of_too_many_names_those_of_the_fewest_articles_are_forgotten() -> None:
    tally = Tally(most=50)
    for number in range(400):
        often = (("Ansel", GPE, 2),) if number % 2 else ()
        tally.add(ArticleNames(MONDAY, (*often, (f"Name {number}", ORG, 1))))

    names = tally.index(complete=True)

    assert len(names.things) <= 50
    assert names.things[0] == NamedThing("Ansel", GPE, 200, 400, MONDAY, MONDAY)
    assert "Name 399" in {thing.name for thing in names.things}
    assert index(names).title.endswith("NAMES IN 400 ARTICLES, THE RAREST LEFT OUT")
