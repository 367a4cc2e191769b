"""An analysis as one line of `briefing facts --json`: the form that other programs may rely on."""

from __future__ import annotations

from typing import Final

from briefing.export.json_text import Json, json_text
from briefing.model import Analysis, Article, Claim, Entity, Event, Fact, Figure, Quote, Source, Span, Timex

VERSION: Final = 1
"""Goes up only when a key changes its meaning or goes away."""


def facts_line(analysis: Analysis) -> str:
    """Return `analysis` as one line of JSON, without the line's end."""
    return json_text(facts_object(analysis))


def facts_object(analysis: Analysis) -> dict[str, Json]:
    """Return `analysis` as a JSON object; every span is a range of code points into its `article.text`."""
    text = analysis.article.text
    return {
        "version": VERSION,
        "article": _article(analysis.article),
        "sentences": [_range(span) for span in analysis.sentences],
        "entities": [_entity(entity) for entity in analysis.entities],
        "dates": [_date(found) for found in analysis.dates],
        "figures": [_figure(figure) for figure in analysis.figures],
        "quotes": [_quote(quote) for quote in analysis.quotes],
        "claims": [_claim(claim) for claim in analysis.claims],
        "events": [_event(event) for event in analysis.events],
        "key_facts": [_fact(fact, text=text) for fact in analysis.key_facts],
        "remarks": analysis.remarks,
    }


def origin(article: Article) -> dict[str, Json]:
    """Return as a JSON object which article it is and where it comes from, without what it says."""
    return {
        "id": article.id,
        "path": article.path,
        "part": article.part,
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
    }


def _article(article: Article) -> dict[str, Json]:
    return {
        **origin(article),
        "author": article.author,
        "tags": article.tags,
        "remarks": article.remarks,
        "headline_end": article.headline_end,
        "text": article.text,
    }


def _range(span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end}


def _range_or_null(span: Span | None) -> Json:
    return None if span is None else _range(span)


def _source(source: Source) -> dict[str, Json]:
    return {**_range(source.span), "entity": source.entity}


def _source_or_null(source: Source | None) -> Json:
    return None if source is None else _source(source)


def _entity(entity: Entity) -> dict[str, Json]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "mentions": [{**_range(mention.span), "form": mention.form} for mention in entity.mentions],
        "related": entity.related,
    }


def _date(found: Timex) -> dict[str, Json]:
    return {
        "id": found.id,
        **_range(found.span),
        "type": found.type,
        "value": found.value,
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "modifier": found.modifier,
    }


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "id": figure.id,
        **_range(figure.span),
        "value": figure.value,
        "high": figure.high,
        "comparison": figure.comparison,
        "unit": figure.unit,
        "counted": _range_or_null(figure.counted),
        "role": figure.role,
        "change": figure.change,
        "change_by": figure.change_by,
        "part_of": figure.part_of,
    }


def _quote(quote: Quote) -> dict[str, Json]:
    return {"id": quote.id, **_range(quote.span), "speaker": _source_or_null(quote.speaker)}


def _claim(claim: Claim) -> dict[str, Json]:
    return {
        "id": claim.id,
        **_range(claim.span),
        "cue": _range_or_null(claim.cue),
        "source": _source_or_null(claim.source),
        "status": claim.status,
    }


def _event(event: Event) -> dict[str, Json]:
    return {
        "id": event.id,
        "type": event.type,
        "trigger": _range(event.trigger),
        "agent": [_source(agent) for agent in event.agent],
        "target": [_source(target) for target in event.target],
        "place": [_source(place) for place in event.place],
        "when": event.when,
        "figures": event.figures,
        "status": event.status,
        "means": [_source(means) for means in event.means],
    }


def _fact(fact: Fact, *, text: str) -> dict[str, Json]:
    return {
        "kind": fact.kind,
        "label": fact.label,
        "text": fact.span.of(text),
        **_range(fact.span),
        "refs": fact.refs,
        "also": [_range(span) for span in fact.also],
    }
