"""Labelled texts with other names in them, so that a model learns to read what stands around a name."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.extract.entities.examples import coarse
from briefing.extract.entities.labelled import Labelled, Name
from briefing.extract.entities.lexicons import items, lines

_RENAMED: Final = 0.6
"""The share of names that get another."""
_FROM_LISTS: Final = 0.6
"""The share of short places that are taken from the lists, which know more of the world than the texts do."""
_FAMILY: Final = 0.8
"""The share of people named with one word who get a family name, not a given one."""
_LONGEST: Final = 60

Pools = dict[tuple[str, int], list[str]]


def renamed(documents: Sequence[Labelled], *, seed: int) -> Iterator[Labelled]:
    """Return each of `documents` with other names of the same class; one name stays one name within a document."""
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    pools = _pools(documents)
    places = [name for line in lines("places") for name in items(line, ";")]
    given = [name for line in lines("first_names") for name in line.split()]
    family = [name for line in lines("family_names") for name in line.split()]
    for document in documents:
        chosen: dict[str, str] = {}
        surnames: dict[str, str] = {}
        for name in sorted(document.names, key=lambda name: name.start - name.end):
            old = document.text[name.start : name.end]
            words = old.split()
            label = coarse(name.type, tuple(words)) if words else "NORP"
            if old in chosen:
                continue
            if label == "NORP" or chance.random() > _RENAMED:
                chosen[old] = old
            elif label == "PERSON" and len(words) == 1:
                pool = family if chance.random() < _FAMILY else given
                chosen[old] = surnames.get(old) or chance.choice(pool)
            elif label == "PERSON":
                middle = [chance.choice(given)] if len(words) > 2 else []
                new = [chance.choice(given), *middle, chance.choice(family)]
                surnames.setdefault(words[-1], new[-1])
                chosen[old] = " ".join(new)
            elif label == "PLACE" and len(words) <= 2 and not _has_article(document.text, name.start):
                from_lists = chance.random() < _FROM_LISTS
                chosen[old] = chance.choice(places if from_lists else pools[label, len(words)])
            else:
                chosen[old] = chance.choice(pools.get((label, len(words)), [old]))
        yield _with(document, chosen)


def _pools(documents: Iterable[Labelled]) -> Pools:
    """Return all names by class and number of words."""
    pools: Pools = {}
    for document in documents:
        for name in document.names:
            text = document.text[name.start : name.end]
            words = text.split()
            if words and "\n" not in text and len(text) <= _LONGEST:
                pools.setdefault((coarse(name.type, tuple(words)), len(words)), []).append(text)
    return pools


def _has_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "


def _with(document: Labelled, chosen: dict[str, str]) -> Labelled:
    parts: list[str] = []
    names: list[Name] = []
    done = length = 0
    for name in sorted(document.names, key=lambda name: name.start):
        if name.start < done:
            continue
        between, new = document.text[done : name.start], chosen[document.text[name.start : name.end]]
        names.append(Name(length + len(between), length + len(between) + len(new), name.type))
        parts += (between, new)
        length += len(between) + len(new)
        done = name.end
    return Labelled(document.source, "".join((*parts, document.text[done:])), tuple(names), document.types)
