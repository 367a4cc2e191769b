"""Putting a name right: what can be said of the one under the cursor, and saying it for all articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from briefing.model import Correction, CorrectionKind, Entity, EntityType, MentionForm, Span, new_correction, taken_back
from briefing.reading.choice import AS_TYPED, Ask, Choice, Option, choice
from briefing.reading.corrections import with_corrections
from briefing.reading.decoration import entity_at
from briefing.reading.frame import Pane
from briefing.reading.history import CorrectionChange, did
from briefing.reading.state import Reading, noticed

TYPES: Final = {
    EntityType.PERSON: "a person",
    EntityType.ORG: "an organisation",
    EntityType.GPE: "a country or a town",
    EntityType.LOC: "a region, a sea, mountains",
    EntityType.FAC: "a building, a base, an airport",
    EntityType.NORP: "a people, a party, a faith",
    EntityType.EVENT: "an event",
    EntityType.PRODUCT: "a product, a weapon, a ship",
    EntityType.WORK: "a work: a book, a film, a paper",
    EntityType.LAW: "a law, a treaty",
}
"""What a name can be said to be, in the order in which it is offered."""
NONE: Final = "none"
SAME: Final = "same"
TYPE: Final = "type:"
PART: Final = "part:"
BACK: Final = "back:"
"""What the value of an option begins with: what is to be said."""
OF_INDEX: Final = "*"
"""What stands before a name of the index of all articles, where else an entity's id stands."""
LONGEST: Final = 200
MOST_KNOWN: Final = 2_000
"""Names of other articles that are offered; any other can be typed."""
MOST_NAMES: Final = 8
"""Names of one entity that are corrected together; a thing has seldom more."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is to be put right: words in the text, and the entity that they name."""

    words: str
    names: tuple[str, ...]
    """All names of the entity in the article, the words first; they alone where they name nothing."""
    type: EntityType | None = None
    """None where the words name nothing."""
    around: tuple[str, ...] = ()
    """Longer names in which the words were selected: they are none, if the words are one."""


def named(reading: Reading, entity: str = "") -> Named | None:
    """Return what can be put right: an entity by its id, a name of the index behind OF_INDEX, else what is selected, else
    what is under the cursor.
    """
    if entity.startswith(OF_INDEX):
        return _of_index(reading, entity.removeprefix(OF_INDEX))
    page = reading.page
    if page is None or page.analysis is None or (reading.focus is not Pane.READER and not entity):
        return None
    text = page.article.text
    if entity:
        one = next((one for one in page.analysis.entities if one.id == entity), None)
        return Named(one.name, _names(one, text, one.name), one.type) if one else None
    here = next((one for one in page.analysis.entities if _is_name(one, page.selection)), None)
    if page.selection and here is None:
        words = _flat(page.selection.of(text))
        return Named(words, (words,), None, _around(page.analysis.entities, text, page.selection)) if words else None
    where = page.selection or page.word
    here = here or entity_at(page.analysis, where)
    if here is None:
        words = _flat(page.word.of(text)).strip(".,;:!?\"'“”‘’()[]")
        return Named(words, (words,)) if words else None
    mention = min(
        (one for one in here.mentions if one.span.overlaps(where)),
        key=lambda one: (one.form is not MentionForm.NAME, len(one.span)),
    )
    words = _flat(mention.span.of(text)) if mention.form is MentionForm.NAME else here.name
    return Named(words, _names(here, text, words), here.type)


def _of_index(reading: Reading, name: str) -> Named | None:
    things = reading.names.things if reading.names else ()
    return next((Named(name, (name,), thing.type) for thing in things if thing.name == name), None)


def menu(reading: Reading, entity: str = "") -> Choice | None:
    """Return what can be said of the name under the cursor, or of the entity with that id; None where there is none."""
    there = named(reading, entity)
    if there is None or len(there.words) > LONGEST:
        return None
    options = []
    if there.type is not None:
        options.append(Option("not a name", NONE))
    options += (
        Option(words, TYPE + kind.value, "" if kind is not there.type else "as it is") for kind, words in TYPES.items()
    )
    options.append(Option("the same as another name …", SAME))
    options += (Option(f"not the same as “{name}”", PART + name) for name in there.names if name != there.words)
    said = [one for one in reading.corrections.standing() if _bears_on(one, there.names)]
    if said:
        options.append(Option("SAID BEFORE: ENTER TAKES IT BACK", "", is_heading=True))
        options += (Option(told(one), BACK + "\0".join(one.subject)) for one in said)
    so_far = "" if there.type else ", no name so far,"
    return choice(Ask.CORRECT, f"“{there.words}”{so_far} is …", options, empty="Nothing of that.", about=entity)


def others(reading: Reading, entity: str) -> Choice | None:
    """Return the other names of the article, and those gathered from all articles, one of which may be the same."""
    there = named(reading, entity)
    if there is None:
        return None
    page = None if entity.startswith(OF_INDEX) else reading.page
    entities = page.analysis.entities if page and page.analysis else ()
    here = [one.name for one in entities if one.name not in there.names]
    options = [Option("IN THIS ARTICLE", "", is_heading=True), *(Option(name, name) for name in dict.fromkeys(here))]
    options = options if here else []
    gathered = reading.names.found("", most=MOST_KNOWN) if reading.names else ()
    known = dict.fromkeys(thing.name for thing in gathered)
    elsewhere = [name for name in known if name not in here and name not in there.names]
    if elsewhere:
        options += [Option("ELSEWHERE", "", is_heading=True), *(Option(name, name) for name in elsewhere)]
    title = f"“{there.words}” is the same as …"
    return choice(Ask.SAME, title, options, empty="Type its other name.", about=entity)


def said(reading: Reading, asked: Choice, value: str, *, now: datetime) -> Reading:
    """Return the reading after the option with that value was chosen: it is said for all articles."""
    there = named(reading, asked.about)
    if there is None:
        return reading
    if asked.ask is Ask.SAME:
        other = _flat(value.removeprefix(AS_TYPED))
        if not other or other == there.words:
            return noticed(reading, f"“{there.words}” is the same as itself")
        one = new_correction(CorrectionKind.ONE_NAME, there.words, other, now=now)
        return corrected(reading, (one,), f"“{there.words}” and “{other}” are one")
    if value == NONE:
        none = [new_correction(CorrectionKind.NO_NAME, name, now=now) for name in _meant(there, asked.about)]
        return corrected(reading, none, f"“{there.words}” is no name")
    if value.startswith(TYPE):
        kind = EntityType(value.removeprefix(TYPE))
        names = there.names[:MOST_NAMES]
        typed = [new_correction(CorrectionKind.TYPE, name, now=now, type=kind) for name in names]
        typed += (new_correction(CorrectionKind.NO_NAME, name, now=now) for name in there.around)
        more = f", with {len(names) - 1} more of its names" if len(names) > 1 else ""
        return corrected(reading, typed, f"“{there.words}”{more} is {TYPES[kind].split(',')[0]}")
    if value.startswith(PART):
        other = value.removeprefix(PART)
        two = new_correction(CorrectionKind.NOT_ONE_NAME, there.words, other, now=now)
        return corrected(reading, (two,), f"“{there.words}” and “{other}” are two")
    subject = tuple(value.removeprefix(BACK).split("\0"))
    back = reading.corrections.by_subject.get(subject)
    return corrected(reading, (taken_back(back, now=now),), f"taken back: {told(back)}") if back else reading


def corrected(
    reading: Reading, corrections: Sequence[Correction], words: str, *, reach: str = ", in all articles"
) -> Reading:
    """Return the reading with corrections of names or stories made, to be undone; `words` say what was said."""
    known = reading.corrections.by_subject
    before = tuple(known[one.subject] for one in corrections if one.subject in known)
    there = replace(
        reading,
        corrections=with_corrections(reading.corrections, corrections),
        history=did(reading.history, CorrectionChange(words, before, tuple(corrections))),
        notice=f"{words}{reach}; u takes it back",
    )
    page = there.page
    return replace(there, page=replace(page, anchor=None)) if page and page.anchor is not None else there


def told(correction: Correction) -> str:
    """Return what a correction says, in words."""
    name, *more = correction.about
    match correction.kind:
        case CorrectionKind.NO_NAME:
            return f"“{name}” is {f'not {TYPES[correction.type]}' if correction.type else 'no name'}"
        case CorrectionKind.TYPE:
            return f"“{name}” is {TYPES[correction.type] if correction.type else 'a name'}"
        case CorrectionKind.ONE_NAME:
            return f"“{name}” and “{''.join(more)}” are one"
        case CorrectionKind.NOT_ONE_NAME:
            return f"“{name}” and “{''.join(more)}” are two"
    return " ".join(correction.about)


def _meant(there: Named, entity: str) -> tuple[str, ...]:
    """Return the names that are none: the one under the cursor, or all of an entity that was chosen from a list."""
    return there.names[:MOST_NAMES] if entity else (there.words,)


def _bears_on(correction: Correction, names: Sequence[str]) -> bool:
    kinds = (CorrectionKind.STORY_JOINED, CorrectionKind.STORY_SPLIT, CorrectionKind.SEARCH)
    return correction.kind not in kinds and any(name in names for name in correction.about)


def _names(entity: Entity, text: str, first: str) -> tuple[str, ...]:
    """Return the names of an entity in the article, `first` before the others, those in capitals not again."""
    found = [first, entity.name]
    found += (_flat(one.span.of(text)) for one in entity.mentions if one.form is MentionForm.NAME)
    names = dict.fromkeys(name for name in found if 0 < len(name) <= LONGEST)
    return tuple(name for name in names if not (name.isupper() and any(name == one.upper() != one for one in names)))


def _is_name(entity: Entity, span: Span | None) -> bool:
    return any(one.span == span and one.form is MentionForm.NAME for one in entity.mentions)


def _around(entities: Iterable[Entity], text: str, selection: Span) -> tuple[str, ...]:
    spans = {
        one.span
        for entity in entities
        for one in entity.mentions
        if one.form is MentionForm.NAME and one.span.start <= selection.start and selection.end <= one.span.end
    }
    words = _flat(selection.of(text))
    return tuple(sorted({name for span in spans if (name := _flat(span.of(text))) != words}))


def _flat(words: str) -> str:
    return " ".join(words.split())
