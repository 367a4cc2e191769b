"""The choice of the main event's trigger: the best of the title and of the sentences that open the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.events.clauses import Reading
from briefing.extract.events.triggers import HARM, Trigger

POSITION: Final = (4.0, 1.5, 0.0)
"""What standing in the first, second and third sentence of the body adds; the headline counts as the first."""
TWIN_TYPE: Final = 1.0
TWIN_WORD: Final = 2.0
"""What a trigger gains whose type, or whose word, the headline has too."""
OVER_BODY: Final = 1.0
"""By how much a headline's trigger must be better than the best of the body: the body tells more."""
STEM: Final = 5
SHORT: Final = 4
"""A first "sentence" of so few words is a dateline or a label, not the lead."""


def main_trigger(readings: Sequence[Reading], by_sentence: Sequence[Sequence[Trigger]]) -> Trigger | None:
    """Return the trigger of the main event; None where the article tells of none."""
    # A first paragraph that stands for the headline, but is a plain sentence, is the lead.
    titles = [reading for reading in readings if reading.in_title and reading.is_headline]
    headline = [trigger for reading in titles for trigger in by_sentence[reading.index]]
    types = {trigger.type for trigger in headline}
    stems = {trigger.base[:STEM] for trigger in headline}
    body = [reading for reading in readings if reading not in titles and len(reading.words) > SHORT]
    scored: list[tuple[float, Trigger]] = []
    for place, reading in enumerate(body[: len(POSITION)]):
        for trigger in by_sentence[reading.index]:
            twin = TWIN_TYPE * (trigger.type in types) + TWIN_WORD * (
                trigger.base[:STEM] in stems and trigger.base not in HARM
            )
            scored.append((trigger.score + POSITION[place] + twin, trigger))
    scored.extend((trigger.score + POSITION[0] - OVER_BODY, trigger) for trigger in headline)
    if not scored:
        scored = [(trigger.score, trigger) for found in by_sentence for trigger in found]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None
