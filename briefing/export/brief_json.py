"""A briefing as one line of JSON: all that the other forms are made from, nothing cut."""

from __future__ import annotations

from typing import Final

from briefing.export.contract import origin
from briefing.export.json_text import Json, json_text
from briefing.export.stories_json import comparison_object
from briefing.stories.brief import Brief
from briefing.stories.digest import Digest
from briefing.stories.leading import KeyFact
from briefing.stories.news import Change, New, Settled
from briefing.stories.recognising import Given

VERSION: Final = 1
"""Goes up only when a key changes its meaning or goes away."""


def brief_line(brief: Brief) -> str:
    """Return `brief` as one line of JSON, without the line's end."""
    return json_text(brief_object(brief))


def brief_object(brief: Brief) -> dict[str, Json]:
    """Return `brief` as a JSON object; ranges are of code points into the text of the article named beside them."""
    return {
        "version": VERSION,
        "since": brief.since.isoformat() if brief.since else None,
        "stories": [_digest(one) for one in brief.stories],
        "single": [_digest(one) for one in brief.single],
        "left_out": {"earlier": brief.earlier, "undated": brief.undated},
    }


def _digest(one: Digest) -> dict[str, Json]:
    group, weight = one.story.group, one.weight
    return {
        "id": group.id,
        "title": group.title,
        "weight": {
            "total": weight.total,
            "origins": weight.origins,
            "harm": weight.harm,
            "recency": weight.recency,
            "novelty": weight.novelty,
        },
        "where": one.where or None,
        "when": one.when or None,
        "reports": [origin(article) for article in group.articles],
        "reprints": group.reprints,
        "key_facts": [_fact(fact) for fact in one.facts],
        "changes": [_change(change) for change in one.changes],
        "settled": [_settled(settled) for settled in one.news.settled],
        "conflicts": [comparison_object(line) for line in one.conflicts],
        "agreements": [comparison_object(line) for line in one.agreements],
        "new": {
            "reports": [report.article for report in one.news.reports],
            "facts": [_new(new) for new in one.news.facts],
            "unchanged": one.news.unchanged,
        },
    }


def _fact(fact: KeyFact) -> dict[str, Json]:
    return {**_given(fact.given), "quote": fact.words, "also": [one.report.article for one in fact.also]}


def _change(change: Change) -> dict[str, Json]:
    return {"before": _given(change.before), "after": [_given(one) for one in change.after]}


def _settled(settled: Settled) -> dict[str, Json]:
    return {"before": _given(settled.before), "by": _given(settled.by)}


def _new(new: New) -> dict[str, Json]:
    return {**_given(Given(new.reports[0], new.point)), "also": [report.article for report in new.reports[1:]]}


def _given(one: Given) -> dict[str, Json]:
    point = one.point
    place: dict[str, Json] = {} if point.span is None else {"start": point.span.start, "end": point.span.end}
    return {
        "article": one.report.article,
        **place,
        "kind": point.heading.lower(),
        "label": point.label or None,
        "text": point.words,
        "said_by": point.said_by or None,
        "status": point.status or None,
        "value": point.amount.value if point.amount else None,
    }
