"""What a figure tells: dead, injured, money, a share, a measure, an age, or a plain count."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures import currencies
from briefing.extract.figures.lexicon import singular
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import PERCENT
from briefing.extract.figures.words import words
from briefing.model import Role

FATE: Final[dict[str, Role]] = {
    word: role
    for role, listed in {
        Role.KILLED: """killed kill kills killing dead died die dying death deaths fatalities fatality perished slain
        murdered bodies executed drowned martyred fatally toll lives massacred beheaded""",
        Role.INJURED: """injured injuring injures injure wounded wounding wounds injuries hurt hospitalised hospitalized
        maimed burned""",
        Role.MISSING: "missing unaccounted disappeared abducted kidnapped",
        Role.DETAINED: """detained arrested arrests arrest arresting detaining imprisoned jailed detainees captured custody
        prisoners""",
        Role.DISPLACED: """displaced displacing evacuated evacuating fled flee fleeing homeless uprooted refugees
        evacuees""",
    }.items()
    for word in listed.split()
}
AFTER: Final = 9
BEFORE: Final = 5
STOPS: Final = words(". ; : ( ) — – ! ?")


def role(tokens: Tokens, reading: Reading, within: tuple[int, int]) -> Role:
    """Return the role of a figure, from its unit and from the words around it: tokens `within` its neighbours."""
    name = reading.unit.name
    if name is not None:
        return _by_unit(tokens, reading, name)
    if reading.fraction and reading.counted is None:
        return Role.OTHER
    found = _fate(tokens, reading, within)
    if found is not None:
        return found
    return Role.COUNT if reading.counted is not None or reading.vague else Role.OTHER


def _by_unit(tokens: Tokens, reading: Reading, name: str) -> Role:
    head = name.partition(" per ")[0]
    if head in currencies.CODES or head in {"cent", "penny", "bitcoin", "ether"}:
        return Role.MONEY
    if head in {PERCENT, "percentage point", "basis point"}:
        return Role.PERCENT
    if head in {"year", "month", "week", "day"} and _is_age(tokens, reading):
        return Role.AGE
    return Role.MEASURE


def _is_age(tokens: Tokens, reading: Reading) -> bool:
    after = [tokens.lower(at) for at in range(reading.unit.last, reading.unit.last + 3)]
    if after[0] == "old" or after[:2] == ["-", "old"] or after[:2] == ["of", "age"]:
        return True
    return tokens.lower(reading.first - 1) in {"aged", "age"}


def _fate(tokens: Tokens, reading: Reading, within: tuple[int, int]) -> Role | None:
    if reading.counted is not None and not reading.borrowed:
        for at in range(*reading.counted):
            word = tokens.lower(at)
            if word in FATE:
                return FATE[word]
            if singular(word) in {"prisoner", "hostage", "detainee"} and tokens.lower(at + 1) in {"were", "was"}:
                break
    behind = reading.counted[1] if reading.counted is not None and not reading.borrowed else reading.last
    for at in range(behind, min(behind + AFTER, within[1])):
        word = tokens.lower(at)
        if word in STOPS or (word == "," and tokens.lower(at + 1) not in {"including", "most", "many", "among"}):
            break
        if word in FATE and word not in {"toll", "custody", "arrest"}:
            return FATE[word]
    for at in range(reading.outer_first - 1, max(reading.outer_first - BEFORE, within[0]) - 1, -1):
        word = tokens.lower(at)
        if word in STOPS or word == ",":
            break
        if word in FATE:
            return FATE[word]
    return None
