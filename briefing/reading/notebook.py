"""The notebook: all marks across all articles, as lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import Mark, MarkKind
from briefing.reading.choice import Ask, Choice, Option, choice
from briefing.reading.colours import COLOURS
from briefing.reading.jumps import Place
from briefing.reading.markings import Placed
from briefing.reading.rows import MONTHS
from briefing.reading.state import Reading


def notebook(reading: Reading) -> Choice:
    """Return all marks: first those of the open article that have lost their words, then by article, the newest first.

    What is typed is looked for in the note, the words, the kind, the colour, the tags, the title, source and day.
    """
    lost = [one for one in reading.page.marks if one.is_lost] if reading.page else []
    options: list[Option] = []
    if lost:
        options.append(Option("WORDS NOT FOUND IN THIS ARTICLE: ENTER, SELECT, ENTER ATTACHES", "", is_heading=True))
        options += (_lost(one) for one in lost)
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


def _lost(one: Placed) -> Option:
    mark = one.mark
    anchor = mark.anchor
    words = f"…{anchor.prefix or ''}[{anchor.quote or ''}]{anchor.suffix or ''}…" if anchor else ""
    note = " ".join((mark.note or "").split())
    return Option(f"{note}  {' '.join(words.split())}".strip(), mark.id, "not sure" if one.span else "lost")


def _start(mark: Mark) -> int:
    return mark.anchor.start or 0 if mark.anchor else -1
