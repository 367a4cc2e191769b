"""The bracket format of the project's own labelled texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extract.entities.labelled import BadLabel, Name, bracketed, own_texts


def test_brackets_become_names_and_leave_the_text() -> None:
    found = bracketed(["[[GPE Iran]]-backed men met [[PERSON Ada Obi]].", "She left."], source="x")

    assert found.text == "Iran-backed men met Ada Obi.\n\nShe left."
    assert found.names == (Name(0, 4, "GPE"), Name(20, 27, "PERSON"))


@pytest.mark.parametrize(
    "line", ["[[CITY Oslo]] sleeps", "[[GPE Oslo] sleeps", "[[GPE Oslo sleeps", "GPE Oslo]] sleeps"]
)
def test_a_label_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(BadLabel, match="Oslo"):
        bracketed([line], source="x")


def test_a_blank_line_parts_documents_and_a_comment_is_left_out(tmp_path: Path) -> None:
    Path(tmp_path, "a.txt").write_text("# note\nOne [[GPE Oslo]].\n\n\nTwo.\nThree.\n", encoding="utf-8")

    assert [found.text for found in own_texts(tmp_path)] == ["One Oslo.", "Two.\n\nThree."]


def test_every_own_text_can_be_read() -> None:
    assert sum(len(found.names) for found in own_texts()) > 500
