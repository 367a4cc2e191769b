"""The user's list of names: what it may say, and in which words it is told what is wrong with it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import EntityType, Names
from briefing.settings.entities import Listed, load


def listed(folder: Path, text: str) -> Listed:
    path = folder / "entities.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def said(folder: Path, text: str) -> list[str]:
    return [
        f"{problem.message}\n{problem.hint}".replace(str(folder / "entities.toml"), "").lstrip(", ")
        for problem in listed(folder, text).problems
    ]


def test_without_a_file_there_are_no_names(tmp_path: Path) -> None:
    assert load(tmp_path / "entities.toml") == Listed()


def test_names_have_the_type_of_their_table_and_their_other_names(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        """
        [organisation]
        CENTCOM = ["US Central Command", "Central  Command"]
        "Islamic Resistance in Iraq" = []
        [Person]
        "Rashid Karimov" = "R. Karimov"
        [GPE]
        Tarnwick = []
        [none]
        May = []
        "Paris" = ["person"]
        """,
    )

    assert found.problems == ()
    assert found.names == Names(
        typed=(
            ("CENTCOM", EntityType.ORG),
            ("Central Command", EntityType.ORG),
            ("Islamic Resistance in Iraq", EntityType.ORG),
            ("R. Karimov", EntityType.PERSON),
            ("Rashid Karimov", EntityType.PERSON),
            ("Tarnwick", EntityType.GPE),
            ("US Central Command", EntityType.ORG),
        ),
        none=(("May", None), ("Paris", EntityType.PERSON)),
        one=(("CENTCOM", "Central Command"), ("CENTCOM", "US Central Command"), ("R. Karimov", "Rashid Karimov")),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[person]\n[prson]\nA = []", 'line 2: "prson" is no type of names\ndid you mean "person"?'),
        ("[colours]\nred = []", 'line 1: "colours" is no type of names\nthere is: person, organisation, place,'),
        ("A = []", 'line 1: it is not said what "A" is\nwrite the type on a line above it, for example [person];'),
        (
            "[person]\nJane Doe = []",
            'line 2: "Jane Doe" stands without quotes\nwrite quotes around a name: "Jane Doe" =',
        ),
        ("[law]\nU.N. = []", 'line 2: "U.N." stands without quotes\nwrite quotes around a name: "U.N." = []'),
        ("[law]\nU.N = []", 'line 2: "U" stands before a dot\nwrite quotes around a name: "U.N" = []'),
        ("[law]\n\n'A b' = 3", 'line 3: the other names of "A b" are a list of names\nfor example: "A b" = ['),
        ("[law]\nA = [3]", 'line 2: the other names of "A" are a list of names'),
        ("[law]\nA = []\nB = []\nA = ['C']", 'line 4: "A" stands in line 2 already\nthe first one counts'),
        ("[law]\nA = ['B']\nC = ['B']", 'line 3: "B" is already another name of "A"\none name can stand for one thing'),
        ("[law]\nA = ['B']\n[person]\nB = []", 'line 4: "B" is already another name of "A"'),
        ("[law]\nA = []\n[person]\nA = []", 'line 4: "A" is listed already, as law\nthe first one counts'),
        ("[law]\nA = []\n[none]\nA = []", 'line 4: "A" is listed already, as law'),
        ("[none]\nA = ['lwa']", 'line 2: "lwa" is no type of names\ndid you mean "law"?'),
        ("[none]\nA = true", 'line 2: what "A" is not is a list of types'),
        ("[law]\n'' = []", "line 2: a name is empty"),
        ("[law]\nA = [' ']", 'line 2: a name in "A" is empty'),
        (f"[law]\n{'x' * 201} = []", f'line 2: "{"x" * 40}…" is longer than 200 characters'),
        ("[law]\nA = [\n'B',\n", 'line 2: a list is not closed with "]"'),
        ("[law]\nwhat\nB = []", "line 2: it can't be read: expected '=' after a key"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_what_was_meant(tmp_path: Path, text: str, message: str) -> None:
    assert any(one.startswith(message) for one in said(tmp_path, text)), said(tmp_path, text)


def test_what_is_wrong_costs_only_itself(tmp_path: Path) -> None:
    text = '[law]\nA = []\nB C = []\n"D" = [\n  "E",\n  # too\n  "F",\n]\n[prson]\nG = []\n[person]\nH = 7\nI = []\n'

    found = listed(tmp_path, text)

    assert [name for name, _ in found.names.typed] == ["A", "D", "E", "F", "I"]
    assert len(found.problems) == 3


def test_a_file_that_is_not_utf8_loses_the_line_that_is_not(tmp_path: Path) -> None:
    path = tmp_path / "entities.toml"
    path.write_bytes(b"[person]\n'Jane' = []\n'Ren\xe9' = []\n'John' = []\n")

    found = load(path)

    assert [name for name, _ in found.names.typed] == ["Jane", "John"]
    assert [problem.hint for problem in found.problems] == ["save the file as UTF-8"]
    assert "line 3: it is not UTF-8" in found.problems[0].message


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "entities.toml").mkdir()

    (problem,) = load(tmp_path / "entities.toml").problems

    assert "entities.toml cannot be read" in problem.message


def test_what_could_steer_a_terminal_is_taken_out_of_names(tmp_path: Path) -> None:
    found = listed(tmp_path, '[person]\n"Jane\\u001b[31m Doe" = []\n')

    assert [name for name, _ in found.names.typed] == ["Jane Doe"]


def test_thousands_of_names_are_read_in_a_moment_even_with_a_slip_among_them(tmp_path: Path) -> None:
    lines = "".join(f'"Jane Doe {number}" = ["J. Doe {number}", "Doe {number}"]\n' for number in range(3_000))

    before = time.process_time()
    found = listed(tmp_path, f"[person]\n{lines}Jane Doe = []\n{lines.replace('Doe', 'Roe')}")

    assert len(found.names.typed) == 18_000
    assert len(found.problems) == 1
    assert time.process_time() - before < 3


PIECES = st.sampled_from(["[person]", "[none]", "A", '"B c"', " = ", "[", "]", '"', "'", "\n", ".", "#", ",", "3", "x"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES).map("".join) | st.text())
def test_any_text_is_a_list_of_names_or_told_to_be_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "entities.toml"
    path.write_text(text, encoding="utf-8", newline="")

    found = load(path)

    assert all(problem.message.startswith(str(path)) for problem in found.problems)
