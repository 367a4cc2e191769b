"""What a query finds among the rows of the list: the words as the index tells them, all else by the columns."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from operator import not_
from typing import Final

from briefing.model import Article, Mark, MarkKind, Span
from briefing.reading.columns import Numbers
from briefing.reading.query import Field, Order, Query, Term, pattern, patterns, plain
from briefing.reading.rows import EPOCH
from briefing.reading.table import NO_DAY, Table

Told = Callable[[Term], bytearray]
"""What tells for the number of each row whether a term about its words is true of it."""
_BY_WORDS: Final = frozenset({Field.ANY, Field.TITLE, Field.ENTITY})


@dataclass(frozen=True, slots=True)
class Known:
    """What the user did that can be searched for."""

    read: frozenset[str] = frozenset()
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    """The marks that stand, by the id of their article."""


def found(query: Query, table: Table, known: Known, *, told: Told, ranks: Mapping[int, float]) -> Numbers:
    """Return the numbers of the rows that a query finds, in its order; `ranks`, the best smallest, for the best first."""
    if query.fault or not query.terms:
        return array("I")
    base = table.oldest if query.order is Order.OLDEST else table.newest
    order: Sequence[int] = base[: table.articles]
    # Words first: they leave the fewest.
    for term in sorted(query.terms, key=lambda one: one.field not in _BY_WORDS):
        if term.field in _BY_WORDS:
            hits = told(term)
            if term.field is Field.ANY:
                for number in _marked(table, known, partial(_any_notes, term)):
                    hits[number] = 1
            is_wanted = map(hits.__getitem__, order)
            order = list(compress(order, map(not_, is_wanted) if term.is_not else is_wanted))
        else:
            takes = _taking(term, table, known)
            order = [number for number in order if takes(number) is not term.is_not]
    if query.order is Order.BEST:
        order = sorted(order, key=lambda number: ranks.get(number, 0.0))
    return array("I", order)


def places(article: Article, query: Query, *, most: int) -> tuple[Span, ...]:
    """Return the first places in a text that a query finds, in text order; none where it asks for no words."""
    spans: set[Span] = set()
    text = plain(article.text)
    for one in patterns(query):
        for number, match in enumerate(one.finditer(text)):
            if number >= most:
                break
            spans.add(Span(*match.span()))
    ordered = sorted(spans)
    return tuple(ordered[:most])


def holds(article: Article, term: Term) -> bool:
    """Return whether the words of a term stand in an article: for articles that the index does not know."""
    wanted = pattern(term)
    texts = {Field.TITLE: (article.title,), Field.ENTITY: (article.text,)}.get(
        term.field, (article.title, article.text, article.source or "")
    )
    return any(wanted.search(plain(text)) for text in texts)


def _taking(term: Term, table: Table, known: Known) -> Callable[[int], bool]:
    """Return what tells whether a row is one that a term, taken as not negated, is true of."""
    if term.field is Field.DATE:
        days = table.days
        first = (term.first - EPOCH).days if term.first else -NO_DAY
        last = (term.last - EPOCH).days if term.last else NO_DAY - 1
        return lambda number: first <= days[number] <= last
    if term.field is Field.SOURCE:
        words = term.words.casefold().split()
        wanted = {one for one, name in enumerate(table.sources) if all(word in name.casefold() for word in words)}
        source = table.source
        return lambda number: source[number] in wanted
    if term.field is Field.IS:
        read = table.read(known.read)
        return lambda number: bool(read[number]) is (term.words == "read")
    return _marked(table, known, lambda marks: any(_is_marked(mark, term) for mark in marks)).__contains__


def _marked(table: Table, known: Known, is_wanted: Callable[[Sequence[Mark]], bool]) -> set[int]:
    wanted = (article for article, marks in known.marks.items() if is_wanted(marks))
    return {number for article in wanted for number in table.with_id(article)}


def _is_marked(mark: Mark, term: Term) -> bool:
    if term.field is Field.NOTE:
        return _notes(mark, term)
    if term.field is Field.TAG:
        return any(tag.casefold().startswith(term.words.casefold()) if term.is_start else tag.casefold() == term.words.casefold() for tag in mark.tags)  # fmt: skip
    wanted: Mapping[str, bool] = {
        "note": bool(mark.note),
        "highlight": mark.kind is MarkKind.HIGHLIGHT,
        "bookmark": mark.kind is MarkKind.BOOKMARK,
        "tag": bool(mark.tags),
        "mark": mark.kind is not MarkKind.STRUCK,
    }
    return wanted[term.words]


def _any_notes(term: Term, marks: Sequence[Mark]) -> bool:
    return any(_notes(mark, term) for mark in marks)


def _notes(mark: Mark, term: Term) -> bool:
    return any(pattern(term).search(plain(text)) for text in (mark.note or "", *mark.tags))
