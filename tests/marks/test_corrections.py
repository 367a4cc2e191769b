import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.marks import CorrectionStore, LockedError
from briefing.marks.corrections_file import FILE, merged, parsed
from briefing.marks.lines import written
from briefing.marks.lock import locked
from briefing.model import Correction, CorrectionKind, EntityType, new_correction, pairs, taken_back

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)
EARLIER = datetime(2020, 1, 1, tzinfo=UTC)
GULL = new_correction(CorrectionKind.TYPE, "Gull  Rock", now=NOON, type=EntityType.FAC)
NO_GULL = new_correction(CorrectionKind.NO_NAME, "Gull Rock", now=EARLIER)
ONE = new_correction(CorrectionKind.ONE_NAME, "US Central Command", "CENTCOM", now=NOON)
SEARCH = new_correction(CorrectionKind.SEARCH, "Harbours", now=NOON, words="harbour closed")


def test_what_was_put_is_there_for_another_session(tmp_path: Path) -> None:
    put = CorrectionStore(tmp_path).put_all((GULL, ONE, SEARCH))

    assert set(CorrectionStore(tmp_path).load().standing) == set(put) == {GULL, ONE, SEARCH}


def test_nothing_is_made_before_something_is_put(tmp_path: Path) -> None:
    assert CorrectionStore(tmp_path / "config").load().corrections == ()
    assert not list(tmp_path.iterdir())


def test_spaces_do_not_matter_nor_which_of_two_names_comes_first() -> None:
    assert GULL.about == ("Gull Rock",)
    assert new_correction(CorrectionKind.ONE_NAME, "CENTCOM", "US  Central Command", now=NOON) == ONE
    assert pairs((ONE, GULL, taken_back(ONE, now=NOON)), CorrectionKind.ONE_NAME) == (
        ("CENTCOM", "US Central Command"),
    )


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (CorrectionKind.ONE_NAME, ("CENTCOM",)),
        (CorrectionKind.NOT_ONE_NAME, ("CENTCOM", " CENTCOM ")),
        (CorrectionKind.NO_NAME, ("a", "b")),
        (CorrectionKind.NO_NAME, (" ",)),
        (CorrectionKind.TYPE, ("CENTCOM",)),
        (CorrectionKind.SEARCH, ("Harbours",)),
    ],
)
def test_half_a_correction_can_not_be_made(kind: CorrectionKind, about: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"about|said"):
        new_correction(kind, *about, now=NOON)


def test_what_is_said_later_of_the_same_wins_whatever_the_clock_says_and_the_rest_is_history(tmp_path: Path) -> None:
    here, there = CorrectionStore(tmp_path), CorrectionStore(tmp_path)
    here.put(GULL)

    put = there.put(NO_GULL)

    assert here.load().standing == (put,)
    assert (put.kind, put.revision, put.created) == (CorrectionKind.NO_NAME, 2, GULL.created)
    assert len(put.history) == 1
    assert '"FAC"' in put.history[0]


def test_joining_and_parting_two_things_are_one_subject(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.put(new_correction(CorrectionKind.STORY_JOINED, "b", "a", now=NOON))
    store.put(new_correction(CorrectionKind.STORY_SPLIT, "a", "b", now=NOON))

    standing = store.load().standing

    assert pairs(standing, CorrectionKind.STORY_JOINED) == ()
    assert pairs(standing, CorrectionKind.STORY_SPLIT) == (("a", "b"),)


def test_what_is_taken_back_says_nothing_and_can_be_said_again(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.put(taken_back(store.put(GULL), now=NOON))
    assert store.load().standing == ()
    assert len(store.load().corrections) == 1

    again = store.put(GULL)

    assert again.revision == 3
    assert store.load().standing == (again,)


def test_saying_the_same_again_writes_nothing(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    put = store.put(GULL)
    before = (tmp_path / FILE).stat()

    assert store.put(replace(GULL, created="later", changed="later")) == put
    assert (tmp_path / FILE).stat() == before


def test_the_same_object_comes_back_while_nothing_changes(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.put(GULL)
    kept = store.load()

    assert store.load() is kept
    CorrectionStore(tmp_path).put(ONE)
    assert store.load() is not kept


def test_a_line_written_by_hand_needs_no_more_than_what_it_says(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"kind": "type", "about": ["Gull Rock"], "type": "FAC"}\n{"form": 1, "last": true}\n')

    kept = CorrectionStore(tmp_path).load()

    assert [(one.kind, one.about, one.type) for one in kept.standing] == [
        (CorrectionKind.TYPE, ("Gull Rock",), EntityType.FAC)
    ]
    assert kept.problems == ()


def test_what_a_newer_program_has_written_stays_as_it_is(tmp_path: Path) -> None:
    newer = written({"about": ["x"], "kind": "colour", "revision": 7})
    more = written({"about": ["Gull Rock"], "kind": "no-name", "revision": 1, "why": {"said": "by hand"}})
    (tmp_path / FILE).write_bytes(newer + more + written({"form": 1, "last": True}))
    store = CorrectionStore(tmp_path)

    problems = store.load().problems
    store.put(ONE)
    store.put(GULL)

    assert problems == ()
    assert newer in (tmp_path / FILE).read_bytes()
    assert '"why": {"said": "by hand"}' in (tmp_path / FILE).read_text()


def test_a_slip_of_a_hand_is_named_with_its_line_and_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"kind": "type", "about": ["Gull"], "type": "BIRD"}\n{"form": 1, "last": true}\n')
    store = CorrectionStore(tmp_path)

    (problem,) = store.load().problems
    store.put(ONE)

    assert (problem.line, problem.costs) == (1, False)
    assert "PERSON" in problem.reason
    assert "BIRD" in (tmp_path / FILE).read_text()


def test_a_broken_line_costs_that_line_only_and_comes_back_from_the_generation_before(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.put_all((GULL, ONE))
    store.put(SEARCH)
    path = tmp_path / FILE
    rows = path.read_bytes().split(b"\n")
    harmed = b"\n".join((b"\0" * 9, b"\0", *rows[2:]))
    path.write_bytes(harmed)

    assert set(store.load().standing) == {GULL, ONE, SEARCH}
    store.put(NO_GULL)

    assert [kept.read_bytes() for kept in (tmp_path / "set-aside").iterdir()] == [harmed]
    assert store.load().problems == ()
    assert len(store.load().standing) == 3


def test_a_flipped_bit_is_mended(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path)
    store.put(GULL)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"Gull", b"Guml"))

    kept = store.load()

    assert kept.standing == (GULL,)
    assert [problem.costs for problem in kept.problems] == [False]


def test_other_files_of_the_config_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("measure = 70")
    (tmp_path / ".syncthing.settings.toml.tmp").write_text("half")

    CorrectionStore(tmp_path).put(GULL)

    assert (tmp_path / "settings.toml").read_text() == "measure = 70"
    assert (tmp_path / ".syncthing.settings.toml.tmp").exists()


def test_who_stops_with_the_lock_blocks_nobody_for_long(tmp_path: Path) -> None:
    store = CorrectionStore(tmp_path, patience=0.05)
    store.put(GULL)

    with locked(tmp_path / ".lock"), pytest.raises(LockedError):
        store.put(ONE)

    assert store.put(ONE) == ONE


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")

    with pytest.raises(BriefingError):
        CorrectionStore(tmp_path / "config").put(GULL)


def test_threads_that_put_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        store = CorrectionStore(tmp_path)
        for number in range(10):
            store.put(new_correction(CorrectionKind.NO_NAME, f"{name} {number}", now=NOON))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(CorrectionStore(tmp_path).load().standing) == 40


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from briefing.marks import CorrectionStore
from briefing.model import CorrectionKind, new_correction

store = CorrectionStore(Path(sys.argv[1]))
for number in range(100_000):
    store.put(new_correction(CorrectionKind.NO_NAME, f"{sys.argv[2]} {number}", now=datetime.now(UTC)))
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_was_acknowledged_is_there_after_a_writer_was_killed(tmp_path: Path) -> None:
    for generation, last in enumerate((0, 3, 11, 26)):
        with subprocess.Popen(
            (sys.executable, "-c", WRITER, str(tmp_path), f"name {generation}"), stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            while int(writer.stdout.readline()) < last:
                pass
            os.kill(writer.pid, signal.SIGKILL)
        names = {one.about[0] for one in CorrectionStore(tmp_path).load().standing}

        assert {f"name {generation} {number}" for number in range(last + 1)} <= names
        assert CorrectionStore(tmp_path).load().problems == ()


revisions = st.builds(
    lambda kind, revision, deleted: Correction(
        kind, ("Gull",), revision=revision, type=EntityType.FAC, deleted=deleted
    ),
    st.sampled_from((CorrectionKind.NO_NAME, CorrectionKind.TYPE)),
    st.integers(1, 3),
    st.booleans(),
)


@given(revisions, revisions)
def test_whoever_merges_gets_the_same(one: Correction, other: Correction) -> None:
    assert merged(one, other) == merged(other, one)
    assert merged(one, other).revision == max(one.revision, other.revision)


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange_to_be_read_and_written_back(content: bytes) -> None:
    file = parsed(content)

    again = parsed(file.content())

    assert (again.corrections, again.others) == (file.corrections, file.others)
