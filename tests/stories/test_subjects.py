from __future__ import annotations

import pytest

from briefing.model import Role
from briefing.stories.subjects import subject
from tests.stories.reports import report

OF: tuple[tuple[str, str, str], ...] = (
    ("Inflation, which stood at 2.9% in April, will average 2.6% in 2025.", "2.6%", "inflation"),
    ("Inflation fell in April. The bank expects an average of 2.4 percent, above its target of 2 percent.", "2.4", "inflation"),
    ("Inflation fell in April. The bank expects an average of 2.4 percent, above its target of 2 percent.", "2 p", "target"),
    ("A figure of 2.6 percent refers to core inflation, which leaves out food.", "2.6", "core inflation"),
    ("The key rate falls to 4.25% from 4.5%.", "4.5%", "key rate"),
    ("The river crested at 7.91 metres at 4 am, 11 centimetres below the record.", "7.91", "highest level"),
    ("The river crested at 7.91 metres at 4 am, 11 centimetres below the record.", "11", "difference"),
    ("The River Lenna had fallen below six metres.", "six", "level"),
    ("They met four miles from the harbour mouth, in water that is 60 metres deep.", "60", "depth"),
    ("They met four miles from the harbour mouth, in water that is 60 metres deep.", "four", "distance"),
    ("The ship had been running 25 minutes late.", "25", "delay"),
    ("The search went on for three days.", "three", "duration"),
    ("The government put the damage at 340 million euros.", "340", "damage"),
    ("It will pay 20,000 euros at once to each of the families.", "20,000", "payment"),
    ("Roughly half of them were back on Tuesday.", "half", "share"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "number", "what"), OF)
def test_a_share_a_sum_and_a_measure_are_called_by_what_they_are_of(text: str, number: str, what: str) -> None:
    analysis = report("a", text)
    place = text.index(number)
    (figure,) = [one for one in analysis.figures if one.span.start <= place < one.span.end]

    assert figure.role in {Role.PERCENT, Role.MEASURE, Role.MONEY}
    assert subject(analysis, figure) == what
