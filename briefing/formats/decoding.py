"""Bytes as articles: a module per format, chosen by the end of the file's name and by what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final, Protocol

from briefing.cleaning import cleaned_line, cleaned_name, has_steering
from briefing.formats import jsonl, markdown, plain, records
from briefing.formats.draft import Draft, Faulty, assembled, told_apart
from briefing.formats.encodings import NoText, text_of
from briefing.formats.endings import suffix
from briefing.model import Article, Unreadable

MOST_ARTICLES: Final = 20_000
"""Articles that are read of one file."""
MOST_FAULTS: Final = 20
"""Parts of a file that have a row each where they can't be read; one where nothing in the file can."""
_HEAD: Final = 4096
"""Characters of a file in which a format looks for its signs."""


class Format(Protocol):
    """What a module of this package offers."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802, a constant of the module
        """The ends of file names that are this format's, with the dot, in small letters."""

    def takes(self, head: str) -> bool:
        """Return whether a file that begins with `head` looks like this format."""
        ...

    def articles(self, text: str) -> Iterator[Draft | Faulty]:
        """Yield what the file tells, in its order."""
        ...


FORMATS: Final[tuple[Format, ...]] = (jsonl, markdown, records, plain)
"""Every format; of those that own a file's ending, and of all where none does, the first that takes it."""


def decode(data: bytes, *, path: str) -> tuple[Article | Unreadable, ...]:
    """Return the articles in `data`, the contents of the file `path`, and what in it could not be read.

    Never raises and never returns nothing: a file without a text is one Unreadable. No two articles have one id.
    """
    shown = cleaned_name(path)
    text = text_of(data)
    if isinstance(text, NoText):
        return (Unreadable(shown, text.reason),)
    if not text.text or text.text.isspace():
        return (Unreadable(shown, "it holds no text"),)
    form = _format_of(path, text.text[:_HEAD])
    told = list(islice(form.articles(text.text), MOST_ARTICLES + 1))
    found = [_made(item, shown, number if len(told) > 1 else None) for number, item in enumerate(told, start=1)]
    if len(found) > MOST_ARTICLES:
        found[-1] = Unreadable(shown, f"only its first {MOST_ARTICLES:,} articles were read")
    if not found:
        return (Unreadable(shown, "it holds no text"),)
    found = _with_few_faults(found)
    remarks = text.remarks
    if has_steering(text.text):
        remarks += ("it holds control sequences: they were taken out or made visible",)
    if remarks:
        found = [_remarked(item, remarks) for item in found]
    return told_apart(found)


def _with_few_faults(found: list[Article | Unreadable]) -> list[Article | Unreadable]:
    """Return `found` with no more faults than are worth a row each; the last one counts the rest."""
    faults = [item for item in found if isinstance(item, Unreadable)]
    most = MOST_FAULTS if len(faults) < len(found) else 1
    if len(faults) <= most:
        return found
    shown = set(map(id, faults[:most]))
    kept = [item for item in found if isinstance(item, Article) or id(item) in shown]
    last = faults[most - 1]
    more = len(faults) - most
    at = next(number for number, item in enumerate(kept) if item is last)
    kept[at] = replace(last, reason=f"{last.reason}, and {more:,} more that could not be read")
    return kept


def _made(item: Draft | Faulty, path: str, part: int | None) -> Article | Unreadable:
    if isinstance(item, Faulty):
        return Unreadable(path, cleaned_line(item.reason))
    return assembled(item, path=path, part=part)


def _remarked(item: Article | Unreadable, remarks: tuple[str, ...]) -> Article | Unreadable:
    return replace(item, remarks=remarks + item.remarks) if isinstance(item, Article) else item


def _format_of(path: str, head: str) -> Format:
    """Return the format for a file of that name which begins with `head`. Front matter makes any text Markdown."""
    owners = [form for form in FORMATS if suffix(path) in form.SUFFIXES]
    if plain in owners and markdown.has_front_matter(head):
        return markdown
    return next((form for form in owners or FORMATS if form.takes(head)), owners[-1] if owners else plain)
