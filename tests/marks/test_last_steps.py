from dataclasses import replace
from pathlib import Path

from briefing.marks.last_steps import MOST, LastSteps
from briefing.model import CorrectionKind, EntityType, new_correction
from briefing.reading.history import CorrectionChange, History, MarkChange, ReadChange
from tests.marks.making import NOON, note


def test_the_last_steps_can_be_undone_after_a_restart(tmp_path: Path) -> None:
    made, changed = note("one"), replace(note("one"), note="two", revision=2)
    history = History(
        (MarkChange("note made", None, made), ReadChange("2 articles read", frozenset(["a", "b"]), read=True)),
        (MarkChange("note changed", made, changed),),
    )

    LastSteps(tmp_path).save(history)
    loaded = LastSteps(tmp_path).load()

    assert [change.words for change in (*loaded.done, *loaded.undone)] == [
        "note made",
        "2 articles read",
        "note changed",
    ]
    assert loaded.done[1] == history.done[1]
    (again,) = loaded.undone
    assert isinstance(again, MarkChange)
    assert again.before is not None
    assert again.after is not None
    assert (again.before.note, again.after.note) == ("one", "two")
    assert again.after.anchor is not None
    assert again.after.anchor.quote == "gull"


def test_what_was_said_of_names_can_be_undone_after_a_restart(tmp_path: Path) -> None:
    none = new_correction(CorrectionKind.NO_NAME, "Gull Rock", now=NOON)
    typed = new_correction(CorrectionKind.TYPE, "Gull Rock", now=NOON, type=EntityType.FAC)
    history = History((CorrectionChange("no name", (), (none,)), CorrectionChange("a building", (none,), (typed,))))

    LastSteps(tmp_path).save(history)

    assert LastSteps(tmp_path).load() == history


def test_only_the_last_are_kept(tmp_path: Path) -> None:
    changes = tuple(ReadChange(str(number), frozenset([str(number)]), read=True) for number in range(MOST + 20))

    LastSteps(tmp_path).save(History(changes))

    assert LastSteps(tmp_path).load().done == changes[-MOST:]


def test_nothing_kept_is_an_empty_history(tmp_path: Path) -> None:
    assert LastSteps(tmp_path).load() == History()


def test_lines_that_are_no_steps_are_passed_over(tmp_path: Path) -> None:
    steps = LastSteps(tmp_path)
    steps.save(History((MarkChange("note made", None, note()),)))
    path = tmp_path / "undo.jsonl"
    path.write_bytes(b'{"x": 1}\n\xff\n{"words": "w", "before": {"id": 3}}\n' + path.read_bytes())

    assert [change.words for change in steps.load().done] == ["note made"]
