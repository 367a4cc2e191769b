"""The tense around a date."""

from __future__ import annotations

import pytest

from briefing.extract.dates.tense import direction
from briefing.extract.dates.tokens import tokenised


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The minister said Friday", -1),
        ("She will speak Friday", 1),
        ("It is expected to be completed by Friday", 1),
        ("It was due to expire Friday", 1),
        ("It had been due to expire Friday", -1),
        ("The dividend will be paid Friday", 1),
        ("She has scheduled a hearing Friday", 1),
        ("He died Friday", -1),
        ("They planned for a contested convention Friday", 1),
        ("Polls show him ahead of the Friday", 1),
        ("It could come as early as Friday", 1),
        ("They could lose if he is in the lead Friday", 1),
        ("The two are friends since Friday", -1),
        ("Gov. Ray Holm spoke Friday", -1),
        ("A storm Friday", 0),
    ],
)
def test_the_words_around_a_date_tell_its_side(text: str, wanted: int) -> None:
    tokens = tokenised(text + ".")
    at = tokens.words.index("Friday")

    assert direction(tokens, at, at) == wanted
