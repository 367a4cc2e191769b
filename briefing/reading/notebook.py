"""The notebook: all marks across all articles, as lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import Mark, MarkKind
from briefing.reading.choice import Ask, Choice, Option, choice
from briefing.reading.colours import COLOURS
from briefing.reading.jumps import Place
from briefing.reading.markings import Markings, Placed
from briefing.reading.rows import MONTHS
from briefing.reading.state import Reading

AROUND = 32
"""Characters shown on either side of words that are not found any more."""


def notebook(reading: Reading) -> Choice:
    """Return all marks: first those of the open article that have lost their words, then by article, the newest first.

    What is typed is looked for in the note, the words, the kind, the colour, the tags, the title, source and day.
    """
    lost = [one for one in reading.page.marks if one.is_lost] if reading.page else []
    options: list[Option] = []
    if lost:
        options.append(Option("WORDS NOT FOUND IN THIS ARTICLE: ENTER, SELECT, ENTER ATTACHES", "", is_heading=True))
        text = reading.page.article.text if reading.page else ""
        options += (_lost(one, text) for one in lost)
    gone = {one.mark.id for one in lost}
    marks = [mark for mark in reading.marks.standing() if mark.id not in gone and mark.kind is not MarkKind.STRUCK]
    options += _by_article(marks)
    return choice(Ask.NOTEBOOK, "NOTEBOOK", options, empty="There are no marks yet: a writes a note, m bookmarks.")


def bookmarks(reading: Reading) -> Choice:
    """Return all bookmarks, by article, the newest first."""
    marks = (mark for mark in reading.marks.standing() if mark.kind is MarkKind.BOOKMARK)
    return choice(Ask.BOOKMARK, "BOOKMARKS", _by_article(marks), empty="There are no bookmarks yet: m makes one.")


def colours() -> Choice:
    """Return the five colours of highlights."""
    options = (Option(f"{key} {name}", name, style=f"mark-{name}") for key, name in enumerate(COLOURS, start=1))
    return choice(Ask.COLOUR, "COLOURS", options, empty="No colour is called that.")


def _by_article(marks: Iterable[Mark]) -> Iterator[Option]:
    articles: dict[str, list[Mark]] = {}
    for mark in marks:
        articles.setdefault(mark.article.id, []).append(mark)
    for group in sorted(articles.values(), key=lambda group: group[0].article.published or "", reverse=True):
        article = group[0].article
        day = article.day
        when = f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
        yield Option(
            "  ".join(part for part in (article.title, article.source or "", when) if part), "", is_heading=True
        )
        for mark in sorted(group, key=_start):
            yield _option(mark, f"{article.title} {article.source or ''} {when}")


def _option(mark: Mark, where: str) -> Option:
    words = " ".join((mark.anchor.quote or "").split()) if mark.anchor else ""
    note = " ".join((mark.note or "").split())
    told = f"{note}  “{words}”" if note and words else note or words or "the whole article"
    detail = " ".join((*(f"#{tag}" for tag in mark.tags), mark.colour or "", mark.kind)).strip()
    at = mark.anchor.start or 0 if mark.anchor else 0
    return Option(told, Place(mark.article.id, at, mark.id), detail, hidden=where)


def _lost(one: Placed, text: str) -> Option:
    """Return a mark with what its words were, where they stood, and what they may be now."""
    mark = one.mark
    anchor = mark.anchor
    before = (anchor.prefix or "")[-AROUND:] if anchor else ""
    after = (anchor.suffix or "")[:AROUND] if anchor else ""
    was = f"was: …{before}[{anchor.quote or ''}]{after}…" if anchor else ""
    now = f"now: “{one.span.of(text)}”?" if one.span else ""
    told = " ".join(f"{now} {was} {mark.note or ''}".split())
    return Option(told, mark.id, "not sure" if one.span else "lost")


def marks_of(asked: Choice, markings: Markings) -> tuple[Mark, ...]:
    """Return the marks that the notebook shows now, in its order."""
    places = (option.value for option in asked.shown if isinstance(option.value, Place))
    found = (markings.mark(place.article, place.mark) for place in places)
    return tuple(mark for mark in found if mark)


def _start(mark: Mark) -> int:
    return mark.anchor.start or 0 if mark.anchor else -1
