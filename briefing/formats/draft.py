"""An article in the making: what a format reads from a file, and how the rest is made of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from briefing.cleaning import cleaned, cleaned_line
from briefing.formats.prose import made_title, paragraphs
from briefing.model import Article, Link, Look, LookStyle, Span, Unreadable

LONGEST_TITLE: Final = 500
LONGEST_FIELD: Final = 300
LONGEST_URL: Final = 2000
MOST_TAGS: Final = 50
MOST_LINKS: Final = 2000
ID_LENGTH: Final = 16
"""Hexadecimal digits of a made id: 64 bits, so that a million articles clash once in 40 million libraries."""
ROW_NUMBER: Final = 6
"""Digits: an id that is no more than that counts the rows of one file, and names nothing beyond it."""

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”«»]{1,2000}", re.IGNORECASE)
_ADDRESS_ENDS: Final = ".,;:!?'’]…*_"
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]{1,20}):", re.IGNORECASE)
_OPENED: Final = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs as one text, parted by blank lines, with the looks and links in it."""

    text: str
    looks: tuple[Look, ...] = ()
    links: tuple[Link, ...] = ()
    headline_end: int | None = None
    """Where the headline ends that the text itself opens with."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says of one article; nothing in it needs to be cleaned yet but the prose."""

    prose: Prose
    title: str = ""
    published: date | datetime | None = None
    source: str = ""
    url: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    own_id: str = ""
    remarks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Faulty:
    """A part of a file that is no article, and why: "line 3 is no JSON"."""

    reason: str


def joined(paragraphs: Iterable[str], *, headline: str | None = None) -> Prose:
    """Return paragraphs without looks as prose, a headline before them."""
    text = "\n\n".join([headline, *paragraphs] if headline else paragraphs)
    return Prose(text, headline_end=len(headline) if headline else None)


def assembled(draft: Draft, *, path: str, part: int | None = None) -> Article | Unreadable:
    """Return the article that `draft` makes, or why it makes none: it has neither a title nor a text."""
    remarks = list(draft.remarks)
    title = cleaned_line(draft.title, LONGEST_TITLE)
    if title.endswith("…") and not draft.title.rstrip().endswith("…"):
        remarks.append(f"the title was cut at {LONGEST_TITLE} characters")
    prose = _checked(draft.prose)
    if not title and not prose.text:
        return Unreadable(path, "it holds no text")
    prose = _with_bare_addresses(_under(title, prose))
    if not title:
        whole = prose.headline_end is not None
        title = cleaned_line(prose.text[: prose.headline_end], LONGEST_TITLE) if whole else made_title(prose.text)
    source = cleaned_line(draft.source, LONGEST_FIELD)
    url, remark = _address(draft.url)
    remarks += [remark] if remark else []
    return Article(
        id=_own_id(draft.own_id) or url or made_id(source, draft.published, prose.text),
        path=path,
        title=title,
        text=prose.text,
        headline_end=prose.headline_end,
        part=part,
        published=draft.published,
        source=source or None,
        url=url or None,
        author=cleaned_line(draft.author, LONGEST_FIELD) or None,
        tags=_tags(draft.tags),
        looks=prose.looks,
        links=prose.links,
        remarks=tuple(cleaned_line(remark) for remark in remarks),
    )


def made_id(source: str, published: date | datetime | None, text: str) -> str:
    """Return an id that hangs on nothing but what the article says: not on its file, its encoding or its line ends."""
    day = published.isoformat() if published else ""
    said = f"{source}\x1f{day}\x1f{text}".encode("utf-8", "replace")
    return hashlib.sha256(said).hexdigest()[:ID_LENGTH]


def told_apart(found: Iterable[Article | Unreadable]) -> tuple[Article | Unreadable, ...]:
    """Return the same articles with no id twice: the first keeps it, later ones add what their own text makes."""
    seen: dict[str, int] = {}
    told: list[Article | Unreadable] = []
    for item in found:
        kept = item
        if isinstance(item, Article) and item.id in seen:
            name = f"{item.id}~{made_id(item.source or '', item.published, item.text)[:8]}"
            distinct = name
            while distinct in seen:
                # Counted from where the last one of that name stopped: a file may hold one line ten thousand times.
                seen[name] += 1
                distinct = f"{name}~{seen[name]}"
            kept = replace(item, id=distinct)
        if isinstance(kept, Article):
            seen.setdefault(kept.id, 1)
        told.append(kept)
    return tuple(told)


def _checked(prose: Prose) -> Prose:
    """Return `prose` free of control characters, without its looks where cleaning moved its letters."""
    text = cleaned(prose.text)
    if text == prose.text:
        return prose
    # What stood behind a field may begin with marks that have lost their letter; without them blanks stand there.
    made = paragraphs(text)
    end = len(made[0]) if made and prose.headline_end is not None else None
    return Prose("\n\n".join(made), headline_end=end)


def _under(title: str, prose: Prose) -> Prose:
    """Return `prose` with `title` as its headline, unless it opens with the same words."""
    if not title:
        return replace(prose, looks=_without_heading(prose.looks, prose.headline_end or 0))
    first = prose.text.split("\n", 1)[0]
    if first and " ".join(first.split()).casefold() == title.casefold():
        return replace(prose, headline_end=len(first), looks=_without_heading(prose.looks, len(first)))
    if not prose.text:
        return Prose(title, headline_end=len(title))
    by = len(title) + 2
    return Prose(
        f"{title}\n\n{prose.text}",
        tuple(replace(look, span=_moved(look.span, by)) for look in prose.looks),
        tuple(replace(link, span=_moved(link.span, by)) for link in prose.links),
        len(title),
    )


def _without_heading(looks: tuple[Look, ...], end: int) -> tuple[Look, ...]:
    return tuple(look for look in looks if look.style is not LookStyle.HEADING or look.span.start >= end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _own_id(told: str) -> str:
    name = cleaned_line(told, LONGEST_FIELD)
    return "" if name.isdecimal() and len(name) <= ROW_NUMBER else name


def _address(told: str) -> tuple[str, str]:
    """Return the address as it may be shown and opened, and a remark where it may not."""
    url = cleaned_line(told, LONGEST_URL)
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in _OPENED and "." not in scheme[1]:
        return "", f"the address “{cleaned_line(url, 80)}” is none of the web"
    return ("" if " " in url else url), ""


def _tags(told: tuple[str, ...]) -> tuple[str, ...]:
    tags = (cleaned_line(tag, 80) for tag in told[: 2 * MOST_TAGS])
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MOST_TAGS]


def _with_bare_addresses(prose: Prose) -> Prose:
    """Return `prose` with the addresses that stand in it in full as links too."""
    if "://" not in prose.text:
        return prose
    taken = prose.links
    bare = []
    at = 0
    for found in _ADDRESS.finditer(prose.text):
        address = _without_end(found[0])
        span = Span(found.start(), found.start() + len(address))
        while at < len(taken) and taken[at].span.end <= span.start:
            at += 1
        if at == len(taken) or not taken[at].span.overlaps(span):
            bare.append(Link(span, address))
        if len(bare) >= MOST_LINKS:
            break
    looks = (*prose.looks, *(Look(link.span, LookStyle.LINK) for link in bare))
    return replace(
        prose,
        looks=tuple(sorted(looks, key=lambda look: (look.span.start, -look.span.end))),
        links=tuple(sorted((*taken, *bare), key=lambda link: link.span)),
    )


def _without_end(address: str) -> str:
    """Return an address without the marks of the sentence around it; a bracket that it opened itself stays."""
    while True:
        shorter = address.rstrip(_ADDRESS_ENDS)
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter.removesuffix(")")
        if shorter == address:
            return address
        address = shorter
