import pytest

from briefing.facts.verbs import agreed, verb
from briefing.model import ClaimStatus


@pytest.mark.parametrize(
    ("status", "cue", "one", "several"),
    [
        (ClaimStatus.STATED, "said", "{} says", "{} say"),
        (ClaimStatus.HEDGED, "believe", "{} believes", "{} believe"),
        (ClaimStatus.HEDGED, "had estimated", "{} estimates", "{} estimate"),
        (ClaimStatus.HEDGED, "did not expect", "{}: unclear", "{}: unclear"),
        (ClaimStatus.HEDGED, "may", "{}: unclear", "{}: unclear"),
        (ClaimStatus.DENIED, "denied", "denied by {}", "denied by {}"),
        (ClaimStatus.CLAIMED_RESPONSIBILITY, "claimed", "{} claims responsibility", "{} claim responsibility"),
    ],
)
def test_a_verb_tells_how_a_claim_is_held(status: ClaimStatus, cue: str, one: str, several: str) -> None:
    told = verb(status, cue)

    assert told == one
    assert agreed(told) == several
