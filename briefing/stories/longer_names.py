"""Longer names: a name with what stands behind it, "Brandt Clinic in Tolna", "Modesto, California", "Karl Brandt, Jr."."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.entities.lexicons import lexicons
from briefing.model import Analysis, Entity, EntityType, MentionForm

_STATES: Final = (
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\. ?H|N\. ?J|N\. ?M|"
    r"N\. ?Y|N\. ?C|N\. ?D|Okla|Ore|Pa|R\. ?I|S\. ?C|S\. ?D|Tenn|Tex|Vt|Va|Wash|W\. ?Va|Wis|Wyo|D\. ?C"
)
BEHIND: Final = {
    EntityType.FAC: re.compile(rf"(?: in |(, ))((?:{_STATES})\.)?"),
    EntityType.GPE: re.compile(rf"(?: in |(, ))((?:{_STATES})\.)?"),
    EntityType.PERSON: re.compile(r"(, )((?:Jr|Sr)\b\.?)"),
}
"""What joins more to a name, by its type: a place, which is a name of its own or the short form of a state."""
AT: Final = re.compile(r"\b(?:at|from|in|near|of|outside|to) $")
"""What stands before a place where something is."""
REACH: Final = 10
"""Characters before a name that are looked at."""
DEEPEST: Final = 2
"""A town and its country, or state; a list of five hundred towns is no name."""
LONGER: Final = re.compile(r"(?: in |, )")
"""What joins a place to the name before it: "Promises Treatment Center in Malibu", "Modesto, California"."""


def place_names(analysis: Analysis) -> dict[int, int]:
    """Return where each name of a place ends, by where it starts."""
    return {
        mention.span.start: mention.span.end
        for entity in analysis.entities
        if entity.type is EntityType.GPE
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    }


def longer_names(analysis: Analysis, entity: Entity, starts: dict[int, int]) -> list[str]:
    """Return the names of `entity` with what stands behind them: its town and country, or "Jr"."""
    if entity.type not in BEHIND:
        return []
    text = analysis.article.text
    found = []
    for mention in entity.mentions:
        if mention.form is not MentionForm.NAME:
            continue
        start, end = mention.span.start, mention.span.end
        # "Iraq, Syria and Jordan" is no place and its country.
        is_country = mention.span.of(text) in lexicons().country_of
        for _ in range(DEEPEST):
            joint = None if is_country else BEHIND[entity.type].match(text, end)
            if joint is None:
                break
            behind = joint.end() if joint[2] else starts.get(joint.end(), 0)
            # Who was "in Karsk in Estmark" was there; who won "against Karsk in Estmark" won there.
            is_told = joint[1] or entity.type is EntityType.FAC or AT.search(text, max(0, start - REACH), start)
            if not behind or not is_told:
                break
            end = behind
            found.append(" ".join(text[start:end].split()))
    return found
