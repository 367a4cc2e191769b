"""What a figure tells: dead, injured, money, a share, a measure, an age, or a plain count."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures import fates
from briefing.extract.figures.currencies import is_money
from briefing.extract.figures.fates import FATES
from briefing.extract.figures.lexicon import singular
from briefing.extract.figures.names import is_rank
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import PERCENT
from briefing.extract.figures.words import words
from briefing.model import Role

AFTER: Final = 16
"""How many tokens behind a figure and what it counts its fate may stand."""
BEFORE: Final = 6
NEXT: Final = 4
"""How many tokens behind "the number of people" what befell them may stand."""
TAKING: Final = words("claimed claims claiming cost costing took taking taken lost")
LINKS: Final = words(
    """himself herself to at of reached reaches reaching stands stood rose risen rises rising climbed climbs is was now has have had jumped
    put by the a an also only just still officially includes included are were numbered totalled totaled"""
)
"""What may stand between a word for a fate and its figure."""
INCLUDING: Final = words("including among")
OF_WHOM: Final = words("whom which them those these")
STOPS: Final = words(". ; : ( ) — – ! ? leaving none nobody no not n't without")
"""Where what befell those who are counted is told no more, or is denied: "a crew of 14, none hurt"."""
GOES_ON: Final = words("including most many among mostly some and all mainly")
AUXILIARIES: Final = words("were was been being are is be have had got getting get left found dead reported confirmed")
AFTER_PASSIVE: Final = words(
    """in by when during after on and or as at , . ; since so while over because near with before outside inside for from
    between across following overnight yesterday today this last early late amid under along here there
    ' " ” ’ ) | …"""
)
ACTORS: Final = words(
    """attack strike raid blast explosion bomb bombing earthquake quake storm flood fire shooting crash missile rocket
    drone gunman attacker airstrike clash avalanche landslide hurricane cyclone tornado accident"""
)
"""What kills and is not killed."""
FELLING: Final = words("gunned")
"""What is done to somebody with "down"."""
SENTENCES: Final = words("penalty sentence sentences row certificate threat threats")
"""What "death" names where nobody has died."""
DYING: Final = words("dead dies died")
"""What stands before the age of one person: "dead at 95"."""
YEARS: Final = words("year month week day")


def role(tokens: Tokens, reading: Reading, within: tuple[int, int]) -> Role:
    """Return the role of a figure, from its unit and from the words around it: tokens `within` its neighbours."""
    name = reading.unit.name
    if reading.age:
        return Role.AGE
    if name is not None:
        return _by_unit(tokens, reading, name)
    if reading.fraction:
        return Role.PERCENT
    if _is_age_of_the_dead(tokens, reading.outer_first):
        return Role.AGE
    if is_rank(tokens, reading.first):
        return Role.RANK
    found = _fate(tokens, reading, within)
    if found is not None:
        return found
    return Role.COUNT if reading.counted is not None or reading.vague else Role.OTHER


def _is_age_of_the_dead(tokens: Tokens, first: int) -> bool:
    """Return whether "dead at" stands before a figure: "Mark Felt dead at 95", not "the number of dead at 31"."""
    if first < len(DYING) or tokens.low[first - 1] != "at" or tokens.low[first - 2] not in DYING:
        return False
    return tokens.low[first - 3] not in ("of", "the", "with")


def _by_unit(tokens: Tokens, reading: Reading, name: str) -> Role:
    head = name.partition(" per ")[0]
    if is_money(name):
        return Role.MONEY
    if head in {PERCENT, "percentage point", "basis point"}:
        return Role.PERCENT
    if head in YEARS and _is_age(tokens, reading):
        return Role.AGE
    return Role.MEASURE


def _is_age(tokens: Tokens, reading: Reading) -> bool:
    behind = [tokens.low[at] for at in range(reading.unit.last, reading.unit.last + 3)]
    if behind[0] in {"old", "olds"} or behind[:2] in (["-", "old"], ["-", "olds"], ["of", "age"]):
        return True
    return tokens.low[reading.outer_first - 1] in {"aged", "age"}


def _fate(tokens: Tokens, reading: Reading, within: tuple[int, int]) -> Role | None:
    phrase = reading.counted if reading.counted is not None and not reading.borrowed else None
    if phrase is not None:
        for at in range(min(reading.last, phrase[0]), phrase[1]):
            named = tokens.capital(at) and not tokens.shouted(at) and at > tokens.sentence(at)[0]
            if tokens.low[at] in FATES and tokens.low[at] not in fates.ACTIVE and not named:
                return FATES[tokens.low[at]]
    behind = phrase[1] if phrase is not None and phrase[0] >= reading.last else reading.last
    if phrase is not None and tokens.low[phrase[1] - 1] == "times":
        return None
    does_it = phrase is not None and singular(tokens.low[phrase[1] - 1]) in ACTORS
    if phrase is not None and (told := _fate_of_number(tokens, phrase, reading.first)) is not None:
        return told
    active = _fate_before(tokens, reading, within[0])
    if active is not None or does_it:
        return active
    if phrase is not None and tokens.low[phrase[1] - 1] == "lives":
        return Role.KILLED if tokens.low[reading.outer_first - 1] in TAKING else None
    return _fate_behind(tokens, behind, within[1])


def _fate_of_number(tokens: Tokens, phrase: tuple[int, int], end: int) -> Role | None:
    """Return what befell those of whom a number is told to rise or fall: "the number of people killed rose to three"."""
    if phrase[1] > end or tokens.low[phrase[0] - 2 : phrase[0]] != ["number", "of"]:
        return None
    behind = (tokens.low[at] for at in range(phrase[1], min(phrase[1] + NEXT, end)))
    return next((FATES[word] for word in behind if word in FATES and word not in fates.ACTIVE), None)


def _fate_behind(tokens: Tokens, behind: int, end: int) -> Role | None:
    suffers = inside = aside = False
    for at in range(behind, min(behind + AFTER, end)):
        word = tokens.low[at]
        inside = inside or word in INCLUDING or (word == "," and _is_of_them(tokens, at + 1))
        if word in STOPS or (word == "," and not inside and not _goes_on(tokens.low[at + 1], aside=aside)):
            return None
        aside = aside or word == ","
        if inside and word == "," and tokens.low[at + 1] in AUXILIARIES | FATES.keys():
            inside = False
        if inside:
            continue
        if word in fates.ACTIVE:
            return None
        if word in fates.VERBS and not suffers and tokens.low[at + 1] not in AFTER_PASSIVE and at + 1 < end:
            return None
        if word in fates.VERBS and not suffers and any(tokens.low[near][:1].isdigit() for near in (at + 2, at + 3)):
            # "12 officers, and wounded over 5,000"
            return None
        if word == "death" and tokens.low[at + 1] in SENTENCES:
            return None
        if word in FATES:
            return FATES[word]
        suffers = suffers or word in AUXILIARIES
    return None


def _is_link(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] in LINKS or (tokens.low[at] == "and" and tokens.low[at - 1] in {"himself", "herself"})


def _is_of_them(tokens: Tokens, at: int) -> bool:
    """Return whether an aside begins at a token that tells of a part: "four of them officers"."""
    return any(tokens.low[near] == "of" and tokens.low[near + 1] in OF_WHOM for near in range(at, at + 4))


def _goes_on(following: str, *, aside: bool) -> bool:
    """Return whether a clause goes on behind a comma: with an aside, or after one."""
    return following in GOES_ON or (aside and following in AUXILIARIES | FATES.keys())


def _fate_before(tokens: Tokens, reading: Reading, begin: int) -> Role | None:
    """Return the fate that a word before the figure tells: "killing 12", "deaths rose to 12", "a death toll of 12"."""
    at = reading.outer_first - 1
    while at >= begin and at > reading.outer_first - BEFORE and _is_link(tokens, at):
        at -= 1
    if at < begin:
        return None
    word = tokens.low[at]
    if word == "down" and at > begin and tokens.low[at - 1] in FELLING:
        return Role.KILLED
    if word == "toll" or (word in FATES and (word in fates.ACTIVE or word in fates.VERBS or word in fates.NOUNS)):
        if word in fates.NOUNS and at == reading.outer_first - 1 and word != "toll":
            return None
        return Role.KILLED if word == "toll" else FATES[word]
    return None
