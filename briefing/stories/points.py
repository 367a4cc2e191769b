"""Points: what a report tells, one thing each, in a form in which it is known again when the text is another.

A point has no place that has to stay: it is known by its heading, by what it counts, and by its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.extract.events.pieces import LONGEST as EVIDENCE
from briefing.facts.named import speaker
from briefing.facts.speakers import is_said
from briefing.facts.statements import with_source
from briefing.model import Analysis, Comparison, Line, Span, holding, text_id
from briefing.stories.amounts import Amount
from briefing.stories.bounds import bounded
from briefing.stories.figures import VICTIMS, Told, told_figures
from briefing.stories.sources import sides

WHAT: Final = "WHAT"
HURT: Final = "HURT"
SAID: Final = "WHO SAYS SO"
ALSO: Final = "ALSO"
FIGURES: Final = "FIGURES"
TEXT: Final = "TEXT"
"""The heading of a sentence that is nothing else: it is never new, but what stands in it is known."""
LOOSE: Final = frozenset({Comparison.AT_LEAST, Comparison.MORE, Comparison.ABOUT})
MOST: Final = 60
"""Points of a report that are remembered: the panel has some twenty, the others are numbers and statements beside it."""
LONGEST: Final = 200
"""Characters of its words that are remembered."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a report tells."""

    heading: str
    """That of the panel: "WHAT", "HURT", "WHO SAYS SO"; "HURT" for victims of the main event in any case."""
    label: str
    """A few words: "14 killed"."""
    words: str
    """The report's own words."""
    said_by: str = ""
    """The name of the source in the report; empty where the report tells it itself."""
    status: str = ""
    """How a statement is held: "denied", "confirmed"; empty for what is none."""
    matter: str = ""
    """What a number is of, the same for the same in every report; empty for what is no number."""
    amount: Amount | None = None
    is_main: bool = False
    """It is a number of the report's main event."""
    is_key: bool = False
    """It stands on the panel."""
    span: Span | None = field(default=None, compare=False)
    """Where it stands in the text of today; not remembered."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells, or told when it was read."""

    article: str
    """Its id."""
    title: str
    source: str
    published: str
    """By ISO 8601; empty where it is not known."""
    text: str
    """A name for its text: another one where a word of it has changed."""
    points: tuple[Point, ...]
    """Those of the panel first."""

    @property
    def day(self) -> str:
        """The day of publication; empty where it is not known."""
        return self.published[:10]

    @property
    def age(self) -> tuple[str, str]:
        """What reports are put in order by, the oldest first."""
        return self.published, self.article


def report(analysis: Analysis, *, whole: bool = False) -> Report:
    """Return what is to be remembered of an article that is read; `whole`: with all its sentences, for comparing alone."""
    analysis = bounded(analysis)
    article = analysis.article
    points = tuple(_points(analysis))
    kept = points if whole else points[:MOST]
    sentences = tuple(_sentences(analysis)) if whole else ()
    published = article.published.isoformat() if article.published else ""
    return Report(
        article.id, article.title, article.source or "", published, text_id(article.text), (*kept, *sentences)
    )


def version_of(one: Report, held: Mapping[str, Report]) -> Report | None:
    """Return what is held of the article that tells `one`: of the same id, else of the same outlet, headline and day."""
    if one.article in held:
        return held[one.article]
    heading = (one.title, one.source, one.day)
    return next((old for old in held.values() if (old.title, old.source, old.day) == heading and one.title), None)


def _points(analysis: Analysis) -> Iterator[Point]:
    """Yield the lines of the panel, then the other numbers and statements."""
    told = {one.figure.id: (key, one) for key, ones in told_figures(sides((analysis,), {})).items() for one in ones}
    held: set[str] = set()
    counted: set[str] = set()
    panel: list[Point] = []
    for section in analysis.panel:
        for line in section.lines:
            held.update(line.fact.refs)
            panel.append(_of_line(analysis, section.heading, line, told))
            if panel[-1].amount is not None:
                counted.update(line.fact.refs)
    # A toll of the event is a number also where the panel tells it in a sentence, or not at all.
    values = {(key, one.amount.value) for name, (key, one) in told.items() if name in counted}
    tolls = {
        name
        for name, (key, one) in told.items()
        if name not in counted and one.is_main and one.figure.role in VICTIMS and (key, one.amount.value) not in values
    }
    for identifier, (key, one) in told.items():
        if identifier in tolls:
            span = one.figure.span
            yield _of_figure(Point(HURT, _label(analysis, one), _sentence(analysis, span), span=span), key, one)
    yield from panel
    for identifier, (key, one) in told.items():
        if identifier not in held | tolls:
            words = _sentence(analysis, one.figure.span)
            heading = HURT if one.figure.role in VICTIMS else FIGURES
            label = _label(analysis, one)
            yield _of_figure(Point(heading, label, words, span=one.figure.span), key, one)
    for claim in analysis.claims:
        if claim.id not in held and claim.source is not None and is_said(analysis, claim):
            who = speaker(analysis, claim)
            yield Point(SAID, who, _words(analysis, claim.span), who, claim.status.value, span=claim.span)


def _label(analysis: Analysis, one: Told) -> str:
    return " ".join(one.figure.span.of(analysis.article.text).split())


def _of_line(analysis: Analysis, heading: str, line: Line, told: dict[str, tuple[tuple[str, ...], Told]]) -> Point:
    fact = line.fact
    claim = next((claim for claim in analysis.claims if claim.id in fact.refs), None)
    said_by, status, shown = line.said_by, "", fact.span
    if claim is not None:
        said_by = speaker(analysis, claim)
        status = claim.status.value
        whole = with_source(fact.span, claim)
        shown = whole if len(whole) <= EVIDENCE else shown
    point = Point(heading, line.label, _words(analysis, shown), said_by, status, is_key=True, span=fact.span)
    found = [told[ref] for ref in fact.refs if ref in told]
    if not found or heading in {WHAT, "BACKGROUND", SAID}:
        return point
    key, first = found[0]
    loose = (one for _, one in found if one.amount.value == first.amount.value and one.figure.comparison in LOOSE)
    careful = next(loose, first)
    if careful is not first:
        # "Fifteen hurt" says a headline, "at least 15" the article.
        words = _sentence(analysis, careful.figure.span)
        point = replace(point, words=words, span=careful.figure.span)
    return _of_figure(point, key, careful)


def _of_figure(point: Point, key: tuple[str, ...], one: Told) -> Point:
    # A toll is of the event, whatever day stands beside it: "rose to three on Monday".
    period = "" if one.is_main and one.figure.role in VICTIMS else one.period
    return Point(
        HURT if one.is_main and one.figure.role in VICTIMS else point.heading,
        point.label, point.words, point.said_by, point.status,
        "|".join((*key, period)), one.amount, one.is_main, point.is_key, point.span,
    )  # fmt: skip


def _sentences(analysis: Analysis) -> Iterator[Point]:
    for sentence in analysis.sentences:
        yield Point(TEXT, "", " ".join(sentence.of(analysis.article.text).split()), span=sentence)


def _sentence(analysis: Analysis, span: Span) -> str:
    return _words(analysis, holding(analysis.sentences, span) or span)


def _words(analysis: Analysis, span: Span) -> str:
    return " ".join(span.of(analysis.article.text).split())[:LONGEST]
