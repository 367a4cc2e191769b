from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library import articles
from briefing.model import Article
from briefing.resources import seeds
from briefing.stories import Choices, grouped, with_added
from briefing.stories.sketches import sketch

DAY = date(2024, 5, 6)
FERRY = "Twelve people were hurt when the ferry Larkspur ran aground off Tolna, the coastguard said."
TOWED = "The ferry Larkspur, which ran aground off Tolna with 80 people aboard, was towed away, the coastguard said."
BREAD = "Bakers in Estmark bake more bread than ever, a guild of bakers said."


def article(name: str, text: str, day: date | None = DAY) -> Article:
    return Article(name, f"{name}.txt", text[:20], text, published=day)


def named(*found: Article, choices: Choices = Choices()) -> list[list[str]]:  # noqa: B008 - a frozen value
    return sorted([one.id for one in group.articles] for group in grouped(found, choices=choices))


def test_reports_of_one_event_are_one_group() -> None:
    assert named(article("a", FERRY), article("b", BREAD), article("c", TOWED)) == [["a", "c"], ["b"]]


def test_an_event_of_another_month_is_another_story() -> None:
    assert named(article("a", FERRY), article("b", TOWED, DAY + timedelta(days=60))) == [["a"], ["b"]]


def test_an_article_without_a_day_joins_by_its_words() -> None:
    assert named(article("a", FERRY), article("b", TOWED, None)) == [["a", "b"]]


def test_what_stands_twice_counts_once() -> None:
    (group,) = grouped([article("a", FERRY), article("a", FERRY)])

    assert ([one.id for one in group.articles], [one.id for one in group.copies]) == (["a"], ["a"])


def test_the_user_parts_what_was_joined() -> None:
    assert named(article("a", FERRY), article("b", TOWED), choices=Choices(apart=(("a", "b"),))) == [["a"], ["b"]]


def test_the_user_joins_what_was_parted() -> None:
    chosen = Choices(together=(("a", "b"), ("a", "gone")))

    assert named(article("a", FERRY), article("b", BREAD), choices=chosen) == [["a", "b"]]


def test_an_id_stays_when_an_older_article_is_added() -> None:
    (before,) = grouped([article("b", TOWED)])
    (after,) = grouped([article("b", TOWED), article("a", FERRY, DAY - timedelta(days=1))], known={"b": before.id})

    assert after.id == before.id


def test_a_split_story_keeps_its_id_once() -> None:
    known = {"a": "s", "b": "s"}
    groups = grouped([article("a", FERRY), article("b", TOWED)], known=known, choices=Choices(apart=(("a", "b"),)))

    assert [group.id == "s" for group in groups].count(True) == 1


def test_a_new_article_joins_and_leaves_the_others_as_they_were() -> None:
    before = grouped([article("a", FERRY), article("b", BREAD)])

    after = with_added(before, [article("c", TOWED)])

    assert sorted([one.id for one in group.articles] for group in after) == [["a", "c"], ["b"]]
    assert [group for group in after if group in before and len(group.articles) == 1] == [
        group for group in before if group.articles[0].id == "b"
    ]


def test_reprints_are_told() -> None:
    long = " ".join(f"{FERRY} Witness number {number} spoke of {word}." for number, word in enumerate(BREAD.split()))
    (group,) = grouped([article("a", long), article("b", f"By our reporter. {long}"), article("c", TOWED)])

    assert group.reprints == (("a", "b"),)


def test_reports_of_the_samples_are_grouped_by_event() -> None:
    found = [item for item in articles([seeds()]) if isinstance(item, Article)]

    assert sorted(len(group.articles) for group in grouped(found)) == [3, 3, 4, 4]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="abc AB1.,\n", max_size=60), max_size=8))
def test_every_article_is_in_one_group(texts: list[str]) -> None:
    found = [article(str(number), text) for number, text in enumerate(texts)]

    held = [one.id for group in grouped(found) for one in group.articles]

    assert sorted(held) == sorted(one.id for one in found)


@settings(max_examples=30, deadline=None)
@given(st.permutations([article("a", FERRY), article("b", TOWED), article("c", BREAD), article("d", FERRY, None)]))
def test_the_order_of_the_articles_changes_nothing(found: list[Article]) -> None:
    assert grouped(found) == grouped(sorted(found, key=lambda one: one.id))


def test_a_wire_text_in_many_papers_joins_the_other_reports() -> None:
    copies = [
        article(f"w{number}", f"{FERRY} It was the third grounding there. Paper {number}.") for number in range(6)
    ]

    assert (
        len(
            grouped(
                [*copies, article("x", TOWED), article("y", f"{TOWED} Nobody drowned off Tolna."), article("z", TOWED)]
            )
        )
        == 1
    )


def test_an_article_that_retells_other_events_does_not_join_them() -> None:
    year = f"{FERRY} {BREAD} Rebels took Karsk. The Lenna burst its banks at Brodice and flooded the town."
    flood = "The Lenna burst its banks at Brodice. Boats took people from the flooded town, the fire service said."

    found = named(article("a", FERRY), article("b", TOWED), article("c", flood), article("d", year))

    assert not any({"a", "c"} <= set(group) or {"b", "c"} <= set(group) for group in found)


def test_a_new_article_goes_where_the_user_has_put_it() -> None:
    before = grouped([article("a", FERRY)])

    after = with_added(before, [article("b", BREAD)], choices=Choices(together=(("a", "b"),)))

    assert [[one.id for one in group.articles] for group in after] == [["a", "b"]]


def test_a_new_article_stays_out_of_the_story_that_the_user_took_it_from() -> None:
    before = grouped([article("a", FERRY)])

    after = with_added(before, [article("b", TOWED)], choices=Choices(apart=(("a", "b"),)))

    assert sorted([one.id for one in group.articles] for group in after) == [["a"], ["b"]]


def test_sketches_that_are_there_give_the_same_groups() -> None:
    found = [article("a", FERRY), article("b", BREAD), article("c", TOWED)]

    assert grouped(found, sketches={one.id: sketch(one.text) for one in found}) == grouped(found)
