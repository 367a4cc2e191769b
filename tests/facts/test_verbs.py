import pytest

from briefing.facts.verbs import agreed, verb
from briefing.model import ClaimStatus


@pytest.mark.parametrize(
    ("status", "cue", "one", "several"),
    [
        (ClaimStatus.STATED, "said", "{} said", "{} said"),
        (ClaimStatus.STATED, "says", "{} says", "{} say"),
        (ClaimStatus.STATED, "according to", "{} says", "{} say"),
        (ClaimStatus.STATED, "has repeatedly told", "{} said", "{} said"),
        (ClaimStatus.STATED, "urging", "{} urged", "{} urged"),
        (ClaimStatus.STATED, "called for", "{} called for", "{} called for"),
        (ClaimStatus.STATED, "will say", "{} will say", "{} will say"),
        (ClaimStatus.STATED, "did not recommend", "{} did not recommend", "{} did not recommend"),
        (ClaimStatus.CLAIMED, "accused", "{} accused", "{} accused"),
        (ClaimStatus.HEDGED, "believe", "{} believes", "{} believe"),
        (ClaimStatus.HEDGED, "had estimated", "{} estimated", "{} estimated"),
        (ClaimStatus.HEDGED, "doesn't expect", "{} does not expect", "{} do not expect"),
        (ClaimStatus.HEDGED, "may", "{}: unclear", "{}: unclear"),
        (ClaimStatus.CONFIRMED, "acknowledged", "{} acknowledged", "{} acknowledged"),
        (ClaimStatus.NOT_CONFIRMED, "have not said", "{} did not say", "{} did not say"),
        (ClaimStatus.NOT_CONFIRMED, "declined", "{} declined to say", "{} declined to say"),
        (ClaimStatus.NOT_CONFIRMED, "neither confirmed nor denied", "{} did not confirm", "{} did not confirm"),
        (ClaimStatus.DENIED, "denied", "denied by {}", "denied by {}"),
        (ClaimStatus.DENIED, "rejected", "rejected by {}", "rejected by {}"),
        (ClaimStatus.CONDEMNED, "slammed", "criticised by {}", "criticised by {}"),
        (ClaimStatus.CLAIMED_RESPONSIBILITY, "claimed", "{} claims responsibility", "{} claim responsibility"),
    ],
)
def test_a_verb_tells_how_a_claim_is_held(status: ClaimStatus, cue: str, one: str, several: str) -> None:
    told = verb(status, cue)

    assert told == one
    assert agreed(told) == several
