"""Meaning: names that mean another thing where the words around them say so: "Karsk lost" the game, "at Brandt" the clinic.

The town stays a town and the person a person: the name is only listed among those of the team or the clinic too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from briefing.extract.entities.lexicons import kinds_of
from briefing.model import Analysis, EntityType, MentionForm
from briefing.stories.parts import OF_TREATMENT
from briefing.stories.spelling import FACILITIES, folded, unowned
from briefing.stories.things import Thing, Words, most_named

Meant: TypeAlias = dict[Words, Thing]
"""By a shorter name the thing that it may mean."""

PLAYS: Final = re.compile(
    r" (?:has |have |had |also |never |then )?(?:beat|beats|clinch(?:ed|es)|defeat(?:ed|s)|improve[ds]|led|los(?:es|t)"
    r"|outscore[ds]|play(?:ed|s)|rall(?:ied|ies)|score[ds]|trail(?:ed|s)|won|wins)\b(?! (?:by|in|on) the\b)"
    r"| (?:coach|forward|goalkeeper|guard|linebacker|midfielder|pitcher|quarterback|running back|striker)\b"
    r"| \(\d{1,3}-\d{1,3}|(?:'s?|’s?) \d{1,3}-\d{1,3} "
)
"""What stands behind a side in a game."""
PLAYED: Final = re.compile(
    r"\b(?:against|beat|beating|beats|defeated|defeating|downed|edged|facing|hosting|over|routed|topped|versus|vs\.?) $"
)
"""What stands before one."""
WITHIN: Final = re.compile(r"\b(?:at|into) $")
INSIDE: Final = re.compile(r"\bin $")
RECORD: Final = re.compile(r" \((\d{1,3}-\d{1,3}(?:-\d{1,3})?)\b")
"""Games won and lost, which stand behind a side."""
FEWEST_RECORDS: Final = 2
"""Times that a record stands behind each of two names, and behind no other one."""
REACH: Final = 16
"""Characters before a name that are looked at."""
FEWEST_STAYS: Final = 2
"""Times that somebody is "at" such a place."""
RATHER_AT: Final = 3
"""Times as often as anybody is "in" it, which is said of towns."""
PUBLIC: Final = frozenset(
    [
        "army",
        "city",
        "command",
        "county",
        "department",
        "district",
        "force",
        "forces",
        "island",
        "police",
        "province",
        "state",
        "street",
    ]
)
"""What is called after the place that it belongs to."""


def with_meanings(things: list[Thing], analyses: Sequence[Analysis]) -> list[Thing]:
    """Return the things, the teams and clinics among them with the shorter names that mean them."""
    towns = {form for thing in things if thing.sort == "place" for form in thing.forms}
    teams = _meant(things, lambda form, thing: (town for town in _towns_of_team(form, thing) if town in towns))
    clinics = _meant(things, _name_of_clinic)
    if teams or clinics:
        _add_teams(teams, analyses)
        _add_clinics(clinics, analyses)
    _add_by_record(things, analyses)
    return things


def _meant(things: Sequence[Thing], beginnings: Callable[[Words, Thing], Iterator[Words]]) -> Meant:
    found: dict[Words, set[int]] = defaultdict(set)
    for number, thing in enumerate(things):
        for form in thing.forms:
            for beginning in beginnings(form, thing):
                found[beginning].add(number)
    likely = {words: most_named(sorted(numbers), things) for words, numbers in found.items()}
    return {words: things[numbers[0]] for words, numbers in likely.items() if len(numbers) == 1}


def _towns_of_team(form: Words, thing: Thing) -> Iterator[Words]:
    last = form[-1]
    is_kind = last in FACILITIES or any(kind.endswith("head") for kind in kinds_of(last.capitalize()))
    if thing.sort == "body" and last.endswith("s") and not is_kind:
        yield from (unowned(form[:end]) for end in (-1, -2) if form[:end])


def _name_of_clinic(form: Words, thing: Thing) -> Iterator[Words]:
    end = len(form)
    while end and (form[end - 1] in FACILITIES or form[end - 1] in OF_TREATMENT):
        end -= 1
    kind = form[end:]
    is_a_place = thing.kind in {EntityType.FAC, EntityType.ORG} or (
        thing.sort != "person" and not OF_TREATMENT.isdisjoint(kind)
    )
    if end and kind and is_a_place and PUBLIC.isdisjoint(kind):
        yield form[:end]


def _add_teams(teams: Meant, analyses: Sequence[Analysis]) -> None:
    for form, name, before, after in _named(teams, analyses, {EntityType.GPE, EntityType.LOC}):
        plays, played = PLAYS.match(after), PLAYED.search(before)
        if plays or played:
            shown = f"{played[0] if played else ''}{name}{plays[0] if plays else ''}"
            _add(teams[form], name, f'it plays, "{shown.strip()}"')


def _add_clinics(clinics: Meant, analyses: Sequence[Analysis]) -> None:
    at: dict[Words, Counter[str]] = defaultdict(Counter)
    inside: Counter[Words] = Counter()
    for form, name, before, _ in _named(clinics, analyses, set(EntityType)):
        if WITHIN.search(before):
            at[form][name] += 1
        elif INSIDE.search(before):
            inside[form] += 1
    for form, names in at.items():
        if names.total() >= max(FEWEST_STAYS, RATHER_AT * inside[form]):
            for name in names:
                _add(clinics[form], name, f'"at {name}" is said of places')


def _add_by_record(things: Sequence[Thing], analyses: Sequence[Analysis]) -> None:
    """Add the town of a side of which the same is told: "Karsk (10-0)" and "Otters (10-0)"."""
    behind: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for analysis in analyses:
        text = analysis.article.text
        if RECORD.search(text):
            for entity in analysis.entities:
                for mention in entity.mentions:
                    if found := RECORD.match(text, mention.span.end):
                        behind[found[1]][analysis.article.id, entity.id] += 1
    if not behind:
        return
    number_of = {pair: number for number, thing in enumerate(things) for pair in thing.entities}
    for record, counts in behind.items():
        sides: Counter[int] = Counter()
        for pair, count in counts.items():
            sides[number_of.get(pair, -1)] += count
        if len(sides) == 2 and min(sides.values()) >= FEWEST_RECORDS and -1 not in sides:
            town, team = sorted((things[number] for number in sides), key=lambda thing: thing.sort != "place")
            if (town.sort, team.sort) == ("place", "body"):
                _add(team, town.plainest, f'both stand before "({record})"')


def _named(meant: Meant, analyses: Sequence[Analysis], types: set[EntityType]) -> Iterator[tuple[Words, str, str, str]]:
    """Yield each place where such a name of one of these types stands: its words, as written, what is before and behind."""
    for analysis in analyses if meant else ():
        text = analysis.article.text
        for entity in analysis.entities:
            for mention in entity.mentions if entity.type in types else ():
                start, end = mention.span.start, mention.span.end
                if mention.form is MentionForm.NAME and (form := folded(text[start:end])) in meant:
                    before, after = text[max(0, start - REACH) : start], text[end : end + 2 * REACH]
                    yield form, " ".join(text[start:end].split()), before, after


def _add(thing: Thing, name: str, why: str) -> None:
    if name not in thing.names and name not in thing.apart:
        thing.why.append(f'"{name}" and "{thing.plainest}": {why}')
        thing.names[name] += 1
