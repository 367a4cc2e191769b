import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors import locate
from briefing.marks.foreign import FOREIGN, NotTaken
from briefing.model import Mark, MarkKind

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)
EXPORT = {
    "client_version": "1.1",
    "annotations": [
        {
            "id": "abc",
            "created": "2024-01-20T10:00:00+00:00",
            "updated": "2024-01-21T10:00:00+00:00",
            "uri": "https://pier.example/gull",
            "text": "Is it so?\nAsk.",
            "tags": ["birds", "to check"],
            "document": {"title": ["A gull"]},
            "target": [
                {
                    "source": "https://pier.example/gull",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]"},
                        {"type": "TextPositionSelector", "start": 900, "end": 907},
                        {
                            "type": "TextQuoteSelector",
                            "exact": "the pier",
                            "prefix": "A gull sat on ",
                            "suffix": ". It",
                        },
                    ],
                }
            ],
        },
        {"id": "page", "uri": "https://pier.example/gull", "text": "All of it.", "target": [{"source": "x"}]},
        {"id": "answer", "uri": "https://pier.example/gull", "text": "No.", "references": ["abc"]},
        {"id": "lost", "text": "Where?"},
        17,
    ],
}
CLIPPINGS = """\ufeffThe Gull (A. Writer)
- Your Highlight on page 3 | Location 170-172 | Added on Sunday, 21 January 2024 10:00:05

A gull sat on the pier.
==========
\ufeffThe Gull (A. Writer)
- Your Note on page 3 | Location 172 | Added on Sunday, 21 January 2024 10:01:00

Which pier?
==========
The Gull (A. Writer)
- Your Bookmark on Location 200 | Added on Monday, January 22, 2024 1:05:00 PM


==========
Die Möwe
- Ihre Markierung bei Position 12-13 | Hinzugefügt am Sonntag, 21. Januar 2024 um 10:00

Eine Möwe saß da.
==========
Broken
no dash here

words
==========
The Gull (A. Writer)
- Your Highlight on page 4 | Added on 2024-01-23 09:08:07

""" + "Half of it"  # fmt: skip


def taken(name: str, content: bytes) -> tuple[list[Mark], list[NotTaken]]:
    found = list(FOREIGN[name].imported(content, now=NOON))
    return [one for one in found if isinstance(one, Mark)], [one for one in found if isinstance(one, NotTaken)]


def test_annotations_of_hypothesis_keep_words_note_tags_and_times() -> None:
    marks, left = taken("hypothesis", json.dumps(EXPORT).encode())

    first, page = marks
    assert first.kind is MarkKind.NOTE
    assert first.note == "Is it so?\nAsk."
    assert first.tags == ("birds", "to check")
    assert (first.created, first.changed) == ("2024-01-20T10:00:00+00:00", "2024-01-21T10:00:00+00:00")
    assert (first.article.url, first.article.title) == ("https://pier.example/gull", "A gull")
    assert first.anchor is not None
    assert (first.anchor.quote, first.anchor.start) == ("the pier", None)
    assert page.anchor is None
    assert page.created == NOON.isoformat()
    assert [one.place for one in left] == [3, 4, 5]


def test_its_words_are_found_in_the_article() -> None:
    (first, _), _ = taken("hypothesis", json.dumps(EXPORT).encode())
    assert first.anchor is not None

    placement = locate(first.anchor, "Once more. A gull sat on the pier. It watched the boats.")

    assert placement is not None
    assert placement.start == 25


@pytest.mark.parametrize("wrapped", [{"rows": EXPORT["annotations"]}, EXPORT["annotations"]])
def test_the_answer_of_its_api_is_taken_too(wrapped: object) -> None:
    assert taken("hypothesis", json.dumps(wrapped).encode()) == taken("hypothesis", json.dumps(EXPORT).encode())


def test_clippings_become_marks_and_a_note_joins_its_highlight() -> None:
    marks, left = taken("clippings", CLIPPINGS.replace("\n", "\r\n").encode())

    assert [mark.kind.value for mark in marks] == ["note", "bookmark", "highlight", "highlight"]
    assert marks[0].note == "Which pier?"
    assert marks[0].anchor is not None
    assert marks[0].anchor.quote == "A gull sat on the pier."
    assert [mark.article.title for mark in marks] == ["The Gull", "The Gull", "Die Möwe", "The Gull"]
    assert [mark.created for mark in marks] == [
        "2024-01-21T10:00:05",
        "2024-01-22T13:05:00",
        "2024-01-21T10:00:00",
        "2024-01-23T09:08:07",
    ]
    assert [(one.place, one.reason[:15]) for one in left] == [(21, "below its title")]


@pytest.mark.parametrize(
    ("name", "content"), [("clippings", CLIPPINGS.encode()), ("hypothesis", json.dumps(EXPORT).encode())]
)
def test_a_second_import_gives_the_same_ids(name: str, content: bytes) -> None:
    later = FOREIGN[name].imported(content, now=datetime(2025, 1, 1, tzinfo=UTC))

    assert [mark.id for mark in taken(name, content)[0]] == [mark.id for mark in later if isinstance(mark, Mark)]
    assert len({mark.id for mark in taken(name, content)[0]}) == len(taken(name, content)[0])


@pytest.mark.parametrize("name", sorted(FOREIGN))
@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"\x00" * 99, b"[" * 100_000, b"{}", b"[null]", b"==========\n" * 99, b"- x\n- y\n"],
)
def test_no_content_is_too_strange(name: str, content: bytes) -> None:
    taken(name, content)


@given(st.text(max_size=200), st.sampled_from(sorted(FOREIGN)))
def test_nothing_that_steers_a_terminal_comes_in(text: str, name: str) -> None:
    row = {"uri": f"https://x.example/{text}", "text": text, "tags": [text], "document": {"title": [text]}}
    content = json.dumps([row]) if name == "hypothesis" else f"{text}\n- Your Note on page 3\n\n{text}\n"

    marks, _ = taken(name, content.encode("utf-8", "replace"))

    for mark in marks:
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set("".join((mark.note or "", mark.article.title, *mark.tags)))
