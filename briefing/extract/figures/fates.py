"""What becomes of people in the news, by the words that tell it."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.words import words
from briefing.model import Role

FATES: Final[dict[str, Role]] = {
    word: role
    for role, listed in {
        Role.KILLED: """killed kill kills killing dead died die dies dying death deaths fatalities fatality perished perish
        slain slaying murdered murdering murders bodies executed executing drowned martyred massacred massacring beheaded
        corpses assassinated fatally""",
        Role.INJURED: """injured injuring injures injure wounded wounding wounds injuries hurt hospitalised hospitalized
        maimed maiming burned""",
        Role.MISSING: "missing unaccounted disappeared abducted abducting kidnapped kidnapping vanished disappearances",
        Role.DETAINED: """detained arrested arrests arrest arresting detaining imprisoned jailed detainees captured
        capturing detentions hostage""",
        Role.DISPLACED: """displaced displacing evacuated evacuating evacuees fled flee fleeing homeless uprooted
        uprooting refugees displacement""",
    }.items()
    for word in listed.split()
}
"""Words that tell what became of those who are counted."""
VERBS: Final = words(
    """killed injured wounded hurt murdered executed drowned beheaded massacred assassinated hospitalised hospitalized
    maimed burned critically abducted kidnapped detained arrested imprisoned jailed captured displaced evacuated uprooted slain
    martyred"""
)
"""Participles: those who are counted suffer it only with "were" or the like, or with nobody behind."""
NOUNS: Final = words("deaths death fatalities dead injuries arrests casualties detainees")
"""Nouns that a number behind them tells the sum of."""
ACTIVE: Final = words(
    """killing kill kills injuring injures injure wounding wounds hurts hurting murdering executing massacring maiming abducting
    kidnapping arresting arrest detaining capturing displacing displace evacuating uprooting slaying drowning"""
)
"""Forms that do it to somebody: what stands behind suffers it, what stands before does not."""
