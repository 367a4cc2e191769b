"""Articles for the tests of the reader, in words that say where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.facts import sections
from briefing.model import (
    Analysis,
    Article,
    Entity,
    EntityMention,
    EntityType,
    Fact,
    FactKind,
    Look,
    LookStyle,
    MentionForm,
    Span,
)
from briefing.reading.rows import Row, row_of

HARBOUR = Article(
    id="harbour",
    path="harbour.txt",
    title="Harbour closed after collision",
    text=(
        "Harbour closed after collision\n\n"
        "The harbour of Ansel was closed on Monday. Two ships had collided in fog. Nobody was hurt.\n\n"
        "Mayor Ida Brandt said the harbour would open again on Tuesday.\n\n"
        "The coastguard of Ansel found oil on the water."
    ),
    headline_end=30,
    published=date(2024, 1, 16),
    source="Harbour Post",
)
TIDE = Article(
    id="tide", path="tide.txt", title="Spring tide", text="The tide rose by a metre.", published=date(2024, 1, 15)
)
UNDATED = Article(id="gull", path="gull.txt", title="A gull", text="A gull was seen.")


def span(article: Article, words: str, *, nth: int = 0) -> Span:
    """Return where `words` stand in the text for the nth time, from 0."""
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(words, at + 1)
    return Span(at, at + len(words))


def analysis_of_harbour() -> Analysis:
    """Return what a recogniser would find: a place named twice, a person, and two facts."""
    ansel = Entity(
        "e1",
        EntityType.GPE,
        "Ansel",
        (EntityMention(span(HARBOUR, "Ansel")), EntityMention(span(HARBOUR, "Ansel", nth=1))),
    )
    ida = Entity(
        "e2",
        EntityType.PERSON,
        "Ida Brandt",
        (
            EntityMention(span(HARBOUR, "Ida Brandt")),
            EntityMention(span(HARBOUR, "Mayor"), MentionForm.NOMINAL),
        ),
    )
    facts = (
        Fact(FactKind.EVENT, "accident: collided", span(HARBOUR, "Two ships had collided in fog")),
        Fact(FactKind.CLAIM, "Ida Brandt says", span(HARBOUR, "the harbour would open again on Tuesday")),
    )
    found = Analysis(HARBOUR, entities=(ansel, ida), key_facts=facts)
    return replace(found, panel=sections(found))


def rows(*articles: Article) -> tuple[Row, ...]:
    """Return the rows of the list for these articles."""
    return tuple(row_of(article) for article in articles)


MARKED = Article(
    id="marked",
    path="marked.md",
    title="Rules",
    text="Rules\n\nThree of them\n\nfirst rule\n\nsecond rule\n\nsomebody's words",
    headline_end=5,
    looks=(
        Look(Span(7, 20), LookStyle.HEADING, 2),
        Look(Span(22, 32), LookStyle.ITEM, 1, "1."),
        Look(Span(34, 45), LookStyle.ITEM, 1, "2."),
        Look(Span(47, 63), LookStyle.QUOTE, 1),
    ),
)
