from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.linear import learnt
from briefing.facts import worth
from briefing.facts.ground import ground
from briefing.facts.told import told
from briefing.facts.traits import scene, traits
from briefing.facts.worth import FILE, NEEDED, SOUND, likelihood
from briefing.model import Article
from briefing.pipeline import analyse


def soundness(text: str) -> list[float]:
    """Return how likely each claim of `text` is told rightly."""
    found = analyse(Article("a", "a.txt", "", text))
    view = scene(found, ground(found))
    return [likelihood(SOUND, traits(view, claim)) for claim in told(found)]


@given(st.sampled_from([SOUND, NEEDED]), st.lists(st.sampled_from(sorted(learnt(worth.__package__, FILE)[SOUND]))))
def test_a_likelihood_lies_between_nought_and_one(question: str, seen: list[str]) -> None:
    assert 0 < likelihood(question, seen) < 1


def test_a_plain_statement_of_somebody_named_is_likely_told_rightly() -> None:
    text = "The road was closed on Monday. Ida Lund, the mayor, said that the road would be closed for a week."

    assert min(soundness(text)) > 0.8


def test_what_somebody_would_have_to_say_is_less_likely_told_rightly_than_what_he_said() -> None:
    said = soundness("Ida Lund of the council confirmed that the road was closed for a week by the storm.")
    would = soundness("Ida Lund would need a council to confirm that the road was closed for a week by the storm.")

    assert max(would, default=0.0) < min(said)
