"""The recogniser: from an article through its names to the things that they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from briefing.extract.entities import classes
from briefing.extract.entities.bodies import bodies
from briefing.extract.entities.called import called, shown
from briefing.extract.entities.classes import classed
from briefing.extract.entities.document import revised
from briefing.extract.entities.headings import passage
from briefing.extract.entities.kinds import kind
from briefing.extract.entities.lexicons import NO_KINDS, lexicons
from briefing.extract.entities.names import Naming, Thing, folded, things
from briefing.extract.entities.own_names import OwnNames, is_none, is_typed, laid_over, own_names, told
from briefing.extract.entities.references import Named, references
from briefing.extract.entities.tagger import Found, shipped, tagged
from briefing.extract.entities.tokens import Sentence, tokenised
from briefing.model import NO_NAMES, Analysis, Entity, EntityMention, EntityType, MentionForm, Names, Span

_PLACE: Final = attrgetter("span.start", "span.end")
CONVENTION: Final = "wikigold"
"""The training set whose way of drawing names is asked for: newspapers' own is nearest to it."""


def recognise(found: Analysis, *, own: Names = NO_NAMES) -> Analysis:
    """Return `found` with the entities of its article; what the user's `own` names say wins over what is found."""
    text = found.article.text
    read = passage(tokenised(text))
    sentences = read.sentences
    found_names = tagged(read, shipped(), source=CONVENTION)
    by_place = classed(sentences, found_names, classes.shipped(), source=CONVENTION)
    names = revised(sentences, by_place)
    called_so = shown(sentences, by_place) | called(sentences, names)
    mine = own_names(own) if own.fingerprint else None
    if mine:
        names = laid_over(mine, text, sentences, names)
    namings = [
        _naming(sentence, name, called_so, mine)
        for sentence, inside in zip(sentences, names, strict=True)
        for name in inside
    ]
    gathered = things(namings, text)
    states = _bodies(sentences)
    if mine:
        gathered = told(mine, gathered, text)
        states = [body for body in states if not is_none(mine, body.fullest.words, body.type)]
    meant = _references(sentences, names, gathered)
    entities = _entities([*gathered, *states], meant)
    return replace(found, entities=entities)


def _naming(
    sentence: Sentence, name: Found, called_so: Mapping[tuple[str, ...], EntityType], mine: OwnNames | None
) -> Naming:
    words = sentence.words[name.start : name.end]
    told = called_so.get(folded(words)) if called_so and not (mine and is_typed(mine, words)) else None
    return Naming(
        Span(sentence.starts[name.start], sentence.ends[name.end - 1]),
        words,
        told or kind(sentence.words, name.start, name.end, name.label),
    )


def _references(
    sentences: Sequence[Sentence], names: list[list[Found]], gathered: list[Thing]
) -> dict[int, list[EntityMention]]:
    """Return by the number of a thing the places that mean it without a name."""
    number_at = {naming.span.start: number for number, thing in enumerate(gathered) for naming in thing.namings}
    named = [
        [Named(name.start, name.end, number_at[sentence.starts[name.start]]) for name in inside]
        for sentence, inside in zip(sentences, names, strict=True)
    ]
    found: dict[int, list[EntityMention]] = {}
    for reference in references(sentences, named, [thing.type for thing in gathered]):
        found.setdefault(reference.thing, []).append(EntityMention(reference.span, reference.form))
    return found


def _bodies(sentences: Sequence[Sentence]) -> list[Thing]:
    """Return the bodies of states, one thing for each country and noun."""
    found: dict[tuple[str, str], Thing] = {}
    for body in bodies(sentences):
        *_, noun = body.name.split(" ", 1)
        thing = found.setdefault((body.country, noun), Thing(EntityType.ORG, form=MentionForm.NOMINAL))
        thing.namings.append(Naming(body.span, tuple(body.name.split()), EntityType.ORG))
    return list(found.values())


def _entities(gathered: list[Thing], meant: dict[int, list[EntityMention]]) -> tuple[Entity, ...]:
    numbered = sorted(
        enumerate(gathered), key=lambda pair: (*_PLACE(pair[1].namings[0]), pair[1].form is not MentionForm.NAME)
    )
    ids = {id(thing): f"e{rank}" for rank, (_, thing) in enumerate(numbered, 1)}
    country_of, known = lexicons().country_of, lexicons().words
    fullest = {id(thing): thing.fullest.words for thing in gathered}
    countries = {
        country_of[name]: ids[id(thing)]
        for thing in reversed(gathered)
        if thing.type is EntityType.GPE and (name := " ".join(fullest[id(thing)])) in country_of
    }
    result: list[Entity] = []
    for number, thing in numbered:
        own = ids[id(thing)]
        related: list[str] = []
        words = fullest[id(thing)]
        name = " ".join(words)
        for word in (name, *words) if thing.type is not EntityType.PERSON else ():
            target = countries.get(country_of.get(word, ""))
            if target and target != own and target not in related and "first" not in known.get(word, NO_KINDS):
                related.append(target)
        mentions = [EntityMention(naming.span, thing.form) for naming in thing.namings]
        if number in meant:
            mentions = sorted((*mentions, *meant[number]), key=_PLACE)
        written = name.replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-")
        result.append(Entity(own, thing.type, written, tuple(mentions), tuple(related)))
    return tuple(result)
