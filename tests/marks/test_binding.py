from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.anchors import make_anchor
from briefing.marks.binding import Tie, address, bound, groups, tied
from briefing.model import Article, Mark, MarkKind, new_mark

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)
TEXT = (
    "The harbour opened at six. Two tugs brought the freighter in while a crowd looked on. Nobody was hurt, the harbour "
    "master said, and the crew of 14 went ashore.\n\nThe ship had lost its rudder off Cape Wrath on Monday. A second "
    "freighter, which had answered the call, stood by for nine hours until the tugs came."
)
HARBOUR = Article("harbour", "news/harbour.txt", "The harbour opens", TEXT, source="The Pier")
OTHER = Article("bus", "news/bus.txt", "New bus lanes", "The council met on Monday. It will vote on bus lanes.")
CORRECTED = TEXT.replace("14", "15").replace("at six", "shortly after six") + "\n\nThe inquiry has begun."


def on(article: Article, words: str) -> Mark:
    start = article.text.index(words)
    anchor = make_anchor(article.text, start, start + len(words))
    return new_mark(article, MarkKind.NOTE, now=NOON, anchor=anchor, note="look")


MARKS = (on(HARBOUR, "Two tugs brought the freighter in"), on(HARBOUR, "lost its rudder off Cape Wrath"))


def home(*articles: Article, marks: tuple[Mark, ...] = MARKS) -> str | None:
    return bound(marks, articles).get("harbour")


def test_marks_are_on_the_article_of_their_id() -> None:
    assert home(OTHER, replace(HARBOUR, text=CORRECTED)) == "harbour"


def test_an_article_that_was_moved_and_renamed_keeps_its_marks() -> None:
    moved = replace(HARBOUR, id="new", path="archive/2024/h.md", title="Harbour", text=TEXT.replace(" ", "  "))

    assert home(OTHER, moved) == "new"


def test_an_article_that_was_corrected_keeps_its_marks() -> None:
    assert home(OTHER, replace(HARBOUR, id="new", text=CORRECTED)) == "new"


def test_an_article_that_was_fetched_again_keeps_its_marks_by_its_address() -> None:
    first = replace(HARBOUR, url="https://www.pier.example/harbour/?utm_source=mail#top")
    again = replace(OTHER, id="again", url="http://pier.example/harbour")

    assert home(again, marks=(on(first, "Nobody was hurt"),)) == "again"


def test_of_two_versions_the_nearer_one_has_them() -> None:
    same, corrected = replace(HARBOUR, id="same", path="x"), replace(HARBOUR, id="corrected", text=CORRECTED)

    assert home(corrected, same) == "same"


def test_of_two_that_fit_as_well_neither_has_them() -> None:
    one, other = replace(HARBOUR, id="one", path="one"), replace(HARBOUR, id="other", path="other")

    assert bound(MARKS, (one, other)) == {}


def test_two_articles_that_swap_their_files_do_not_swap_their_marks() -> None:
    one, other = replace(HARBOUR, path="other.txt"), replace(OTHER, path="harbour.txt")
    marks = (*MARKS, on(OTHER, "vote on bus lanes"))

    assert bound(marks, (one, other)) == {"harbour": "harbour", "bus": "bus"}


def test_a_new_article_in_an_old_file_does_not_get_the_marks_of_the_old_one() -> None:
    assert home(replace(OTHER, path=HARBOUR.path, title=HARBOUR.title)) is None


def test_a_reprint_by_another_outlet_does_not_get_them() -> None:
    assert home(replace(HARBOUR, id="reprint", source="The Gull")) is None


def test_a_report_that_quotes_the_marked_words_does_not_get_them() -> None:
    follow = replace(
        HARBOUR,
        id="follow",
        title="Inquiry begins",
        text="An inquiry was opened. Two tugs brought the freighter in, as reported; it had lost its rudder off Cape Wrath. "
        "Its owner, a company in Oslo, said that it would help. Its captain has been asked to stay in town until March.",
    )

    assert home(follow) is None


def test_a_bookmark_on_the_whole_article_follows_its_path_and_title() -> None:
    bookmark = new_mark(HARBOUR, MarkKind.BOOKMARK, now=NOON)

    assert home(replace(HARBOUR, id="new", text="All of it is new."), marks=(bookmark,)) == "new"
    assert home(replace(HARBOUR, id="new", title="Else", text="All of it is new."), marks=(bookmark,)) is None


def test_the_tie_says_why() -> None:
    (group,) = groups(MARKS)

    assert tied(group, HARBOUR) == (Tie.ID, 1.0)
    assert tied(group, replace(HARBOUR, id="x", text=CORRECTED)) == (Tie.WORDS, 1.0)
    assert tied(group, OTHER) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/b/", "http://a.example/b"),
        ("https://a.example/b?id=3&utm_medium=x", "https://a.example/b?id=3"),
    ],
)
def test_addresses_of_one_article_are_the_same(one: str, other: str) -> None:
    assert address(one) == address(other)
    assert address(one) != address(other + "/c")


def test_an_address_that_is_none_is_only_itself() -> None:
    assert address("http://[half ") == "http://[half"
