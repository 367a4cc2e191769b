"""Meaning: towns that stand for their teams, and names of people that stand for a clinic."""

from __future__ import annotations

from collections import Counter

from briefing.model import Analysis, Article, Entity, EntityMention, EntityType, Span
from briefing.stories.meaning import with_meanings
from briefing.stories.things import Thing, gathered


def told(text: str, names: dict[str, EntityType]) -> Analysis:
    """Return a report in which each of `names` is a thing wherever it stands, but within a longer one."""
    taken: list[Span] = []
    entities: list[Entity] = []
    for name, kind in sorted(names.items(), key=lambda item: -len(item[0])):
        spans = [
            Span(start, start + len(name))
            for start in range(len(text))
            if text.startswith(name, start) and not any(span.start <= start < span.end for span in taken)
        ]
        taken += spans
        entities.append(Entity(f"n{len(entities)}", kind, name, tuple(EntityMention(span) for span in spans)))
    return Analysis(Article("a", "a.txt", "", text), entities=tuple(entities))


def listed(text: str, names: dict[str, EntityType], of: str) -> Counter[str]:
    """Return the names of the thing called `of`."""
    report = told(text, names)
    things: list[Thing] = with_meanings(gathered([report]), [report])
    return next(thing.names for thing in things if of in thing.names)


TEAM = {"Karsk Otters": EntityType.ORG, "Karsk": EntityType.GPE}
CLINIC = {"Ada Brandt Clinic": EntityType.FAC, "Ada Brandt": EntityType.PERSON}


def test_a_town_that_plays_is_its_team() -> None:
    assert listed("The Karsk Otters came. Karsk (10-4) never looked back.", TEAM, "Karsk Otters")["Karsk"]


def test_a_town_that_the_user_has_parted_from_the_team_stays_apart() -> None:
    report = told("The Karsk Otters came. Karsk (10-4) never looked back.", TEAM)
    things = gathered([report])
    for thing in things:
        thing.apart = {"Karsk", "Karsk Otters"} - thing.names.keys()

    assert not any({"Karsk", "Karsk Otters"} <= thing.names.keys() for thing in with_meanings(things, [report]))


def test_a_town_that_is_beaten_is_its_team() -> None:
    assert listed("The Karsk Otters came. They lost a win over Karsk by a foul.", TEAM, "Karsk Otters")["Karsk"]


def test_a_town_and_a_side_of_one_record_are_one_side() -> None:
    names = {"Otters": EntityType.ORG, "Karsk": EntityType.GPE, "Foxes": EntityType.ORG}
    once = "The Otters (10-0) came to Karsk (10-0). "

    assert listed(once * 2, names, "Otters")["Karsk"]
    assert not listed(once, names, "Otters")["Karsk"]
    assert not listed(once * 2 + "The Foxes (10-0) stayed away.", names, "Otters")["Karsk"]


def test_a_town_in_which_something_happens_is_no_team() -> None:
    text = "The Karsk Otters came. Police in Karsk said that Karsk lost in the flood."

    assert not listed("The Karsk Otters came. Police in Karsk said so.", TEAM, "Karsk Otters")["Karsk"]
    assert not listed(text, TEAM, "Karsk Otters")["Karsk"]


def test_a_town_whose_paper_is_named_is_not_the_paper() -> None:
    names = {"Karsk Airways": EntityType.ORG, "Karsk": EntityType.GPE}

    assert not listed("Karsk Airways said so. It was a win over Karsk.", names, "Karsk Airways")["Karsk"]


def test_a_name_at_which_somebody_stays_is_the_clinic() -> None:
    text = "She was at Ada Brandt again. The Ada Brandt Clinic said so: she went into Ada Brandt on Monday."

    assert listed(text, CLINIC, "Ada Brandt Clinic")["Ada Brandt"]


def test_a_person_is_no_clinic() -> None:
    text = "The Ada Brandt Clinic was founded by Ada Brandt. He looked at Ada Brandt once."

    assert not listed(text, CLINIC, "Ada Brandt Clinic")["Ada Brandt"]


def test_a_town_is_no_hospital() -> None:
    names = {"Karsk Hospital": EntityType.FAC, "Karsk": EntityType.GPE}
    text = "At dawn they stood at Karsk. They fought at Karsk and in Karsk. Karsk Hospital was full."

    assert not listed(text, names, "Karsk Hospital")["Karsk"]
