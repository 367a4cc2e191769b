"""Entities: the people, places, organisations and other things that an article names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.extract.entities.document import revised
from briefing.extract.entities.kinds import kind
from briefing.extract.entities.lexicons import NO_KINDS, lexicons
from briefing.extract.entities.names import Naming, Thing, things
from briefing.extract.entities.tagger import shipped, tagged
from briefing.extract.entities.tokens import tokenised
from briefing.model import Analysis, Entity, EntityMention, EntityType, Span

LIMIT: Final = 400_000
"""Characters of an article that are looked at: more than a day's newspaper, and about a second."""


def recognise(found: Analysis) -> Analysis:
    """Return `found` with the entities of its article."""
    text = found.article.text
    sentences = tokenised(text, end=min(len(text), LIMIT))
    names = revised(sentences, tagged(sentences, shipped()))
    namings = [
        Naming(
            Span(sentence.starts[name.start], sentence.ends[name.end - 1]),
            sentence.words[name.start : name.end],
            kind(sentence.words, name.start, name.end, name.label),
        )
        for sentence, inside in zip(sentences, names, strict=True)
        for name in inside
    ]
    entities = _entities(things(namings, text))
    remarks = found.remarks
    if len(text) > LIMIT:
        remarks = (*remarks, f"names were looked for in the first {LIMIT:,} characters only")
    return replace(found, entities=entities, remarks=remarks)


def _entities(gathered: list[Thing]) -> tuple[Entity, ...]:
    ids = {id(thing): f"e{number}" for number, thing in enumerate(gathered, 1)}
    country_of = lexicons().country_of
    countries = {
        country_of[" ".join(thing.fullest.words)]: ids[id(thing)]
        for thing in reversed(gathered)
        if thing.type is EntityType.GPE and " ".join(thing.fullest.words) in country_of
    }
    result: list[Entity] = []
    for thing in gathered:
        own = ids[id(thing)]
        related: list[str] = []
        for word in (" ".join(thing.fullest.words), *thing.fullest.words):
            if thing.type is EntityType.PERSON or "first" in lexicons().words.get(word, NO_KINDS):
                continue
            target = countries.get(country_of.get(word, ""))
            if target and target != own and target not in related:
                related.append(target)
        result.append(
            Entity(
                own,
                thing.type,
                " ".join(thing.fullest.words).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-"),
                tuple(EntityMention(naming.span) for naming in thing.namings),
                tuple(related),
            )
        )
    return tuple(result)
