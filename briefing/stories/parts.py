"""Parts of names: whether a shorter name may be a longer one's, by their words and by what kind of thing each names."""

from __future__ import annotations

from typing import Final

from briefing.extract.entities.lexicons import kinds_of, lexicons
from briefing.model import EntityType
from briefing.stories.given import are_one
from briefing.stories.spelling import FACILITIES, SHIPS, TITLES, is_variant
from briefing.stories.things import Thing, Words

SHORTEST: Final = 4
"""Letters of a single word that may stand for a longer name."""
POLICE: Final = "police"
FORCES: Final = frozenset({"department", "force", "service"})
"""What may stand behind "police" or not."""
REGIONS: Final = frozenset(
    {"city", "county", "district", "island", "province", "river", "sea", "ocean", "airbase", "base"}
)
"""What a place is, where its name alone means the same."""
PARTS: Final = frozenset({"county", "district", "province"})
"""What is often called after a city, and is not the city."""
BRANCHES: Final = frozenset(
    [
        "agency",
        "board",
        "branch",
        "chapter",
        "coach",
        "committee",
        "council",
        "desk",
        "division",
        "foundation",
        "fund",
        "garden",
        "headquarters",
        "library",
        "magazine",
        "museum",
        "office",
        "panel",
        "program",
        "programme",
        "project",
        "school",
        "spokesman",
        "subsidiary",
        "team",
        "today",
        "trust",
        "twitter",
        "union",
        "unit",
        "website",
    ]
)
"""What belongs to the body whose name stands before it, and is another."""
OF_TREATMENT: Final = frozenset(
    [
        "care",
        "clinic",
        "health",
        "healthcare",
        "medical",
        "recovery",
        "rehab",
        "rehabilitation",
        "therapy",
        "treatment",
        "wellness",
    ]
)
"""What a place for the sick may be called beside its name."""
PLAIN: Final = frozenset(
    ["central", "general", "high", "main", "municipal", "national", "old", "police", "public", "regional", "state"]
)
"""First words of a kind of place, which is no name: "National Park"."""
OTHER_HEADS: Final = frozenset({"fachead", "eventhead", "prodhead", "lawhead", "workhead"})
"""What the last word of a name tells that is no body."""


def is_part(short: Words, long: Words, one: Thing, other: Thing) -> bool:
    """Return whether `short`, a name of `one`, may be the name `long` of `other` without some of its words."""
    sort = one.sort
    if len(short) >= len(long) or "people" in {sort, other.sort}:
        return False
    if "person" in {sort, other.sort}:
        return sort == other.sort and _is_same_person(short, long)
    if len(long) == 2 and long[0] in SHIPS:
        return short == long[1:]
    if _is_place_of_treatment(short, long, one, other):
        return True
    if "-" in short[0] or all(word in FACILITIES or word in TITLES for word in short):
        return False
    if len(short) == 1 and (len(short[0]) < SHORTEST or lexicons().country_of.get(short[0].capitalize())):
        return False
    if sort != other.sort:
        return False
    if short[-1] in FACILITIES and long[-1] in FACILITIES and short[-1] != long[-1]:
        return short == long[:-1] and short[-1] == POLICE and long[-1] in FORCES and len(short) > 1
    if len(short) > 2 and short[-1] in FACILITIES and (short[0], short[-1]) == (long[0], long[-1]):
        return _holds(long, short)
    if sort == "place":
        return _is_same_place(short, long, one)
    if len(short) == 1 and sort == "thing":
        return short == long[-1:]
    if short == long[-len(short) :]:
        return True
    return short == long[: len(short)] and not (
        sort == "body" and _is_of_the_body(long[len(short) :], is_short=len(short) == 1)
    )


def _is_same_person(short: Words, long: Words) -> bool:
    # A first name alone is left: it is shared too often.
    if len(short) > 2 and short == long[-len(short) :]:
        return True
    return is_variant(short[-1], long[-1]) and (
        len(short) == 1 or is_variant(short[0], long[0]) or are_one(short[0], long[0])
    )


def _is_same_place(short: Words, long: Words, one: Thing) -> bool:
    rest = long[len(short) :]
    if short == long[: len(short)] and (len(short) > 1 or rest[0] in FACILITIES):
        if one.kind is EntityType.GPE:
            return all(word in REGIONS for word in rest) and not (rest[-1] in PARTS and _is_listed(short))
        return len(short) > 1 or all(word in FACILITIES for word in rest)
    plain = tuple(word for word in long if word not in FACILITIES)
    return short == plain and all(word in REGIONS or word == "state" for word in long if word in FACILITIES)


def _is_listed(name: Words) -> bool:
    """Return whether the lists know the place."""
    words = tuple(word.capitalize() for word in name)
    return "place" in (kinds_of(words[0]) if len(words) == 1 else lexicons().names.get(words, ()))


def _is_of_the_body(rest: Words, *, is_short: bool) -> bool:
    """Return whether what stands behind a body's name makes it another thing: a board, a product, a country's branch."""
    last = rest[-1].capitalize()
    return (
        rest[-1] in BRANCHES
        or any(character.isdigit() for word in rest for character in word)
        or (is_short and last in lexicons().country_of)
        or (rest[-1] not in FACILITIES and not OTHER_HEADS.isdisjoint(kinds_of(last)))
    )


def _is_place_of_treatment(short: Words, long: Words, one: Thing, other: Thing) -> bool:
    """Return whether a clinic is called by its own name alone, or with the town before it."""
    if other.kind not in {EntityType.FAC, EntityType.ORG} or long[-1] not in FACILITIES | OF_TREATMENT:
        return False
    if len(short) > 1 and short == long[:-1]:
        return short[-1] in OF_TREATMENT and long[-1] in FACILITIES
    if len(short) > 1:
        return short == long[1:] and short[-1] in FACILITIES and short[0] not in PLAIN | FACILITIES | OF_TREATMENT
    rest = long[1:]
    return (
        short == long[:1]
        and len(short[0]) >= SHORTEST
        and one.kind is not EntityType.GPE
        and not kinds_of(short[0].capitalize())
        and any(word in OF_TREATMENT for word in rest)
        and all(word in FACILITIES or word in OF_TREATMENT for word in rest)
    )


def _holds(long: Words, short: Words) -> bool:
    """Return whether the words of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(word in rest for word in short)
