from __future__ import annotations

import pytest

from briefing.stories.predicates import predicate, whole
from tests.stories.reports import report


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("About 8,000 people were told to leave their homes before dawn.", "displaced"),
        ("Some 12,000 residents had fled by Monday.", "displaced"),
        ("The coastguard said that exactly 200 had been found alive.", "survivors"),
        ("Six of the nine members voted for the cut.", "votes for"),
        ("Six members of the committee voted on 6 June to lower the rate.", "votes for"),
        ("Three senators voted against the bill.", "votes against"),
        ("Two counts of those who fled were printed.", ""),
        ("Six dogs were in favour of a walk.", ""),
        ("About 8,000 people watched the match.", ""),
    ],
)
def test_a_verb_tells_what_a_number_is_of(text: str, meant: str) -> None:
    found = report("a", text)

    assert predicate(found, found.figures[0]) == meant


def test_a_part_knows_its_whole() -> None:
    found = report("a", "Six of the nine members voted for the cut.")

    assert whole(found, found.figures[0]) == "nine"


def test_the_members_of_whom_six_voted_did_not_all_vote_so() -> None:
    found = report("a", "Six of the nine members voted for the cut.")

    assert predicate(found, found.figures[1]) == ""
