"""A briefing as one HTML document that can be mailed: no script, nothing that is fetched, no style sheet that is stripped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from briefing.export.brief_outline import Entry, Line, Outline, Part
from briefing.export.links import may_be_linked

PAGE: Final = (
    "margin:0 auto;padding:24px 16px;max-width:44em;font:16px/1.5 Georgia,'Times New Roman',serif;"
    "color:#1c1c1c;background:#ffffff"
)
DIM: Final = "color:#595959"
SMALL: Final = f"{DIM};font-size:14px"
TITLE: Final = "font-size:26px;line-height:1.25;margin:0 0 4px"
STORY: Final = "font-size:20px;line-height:1.3;margin:36px 0 2px;padding-top:12px;border-top:1px solid #cccccc"
PART: Final = "font-size:13px;letter-spacing:0.06em;text-transform:uppercase;margin:18px 0 4px;color:#595959"
LIST: Final = "margin:0;padding-left:20px"
ITEM: Final = "margin:0 0 6px"
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def html_brief(told: Outline) -> Iterator[str]:
    """Yield the lines of a document; all words are escaped, and only addresses of the web and of mailboxes are links."""
    title = escape(told.title)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield "</head>"
    yield f'<body style="{PAGE}">'
    yield f'<h1 style="{TITLE}">{title}</h1>'
    yield f'<p style="margin:0;{DIM}">{escape(told.about)}</p>'
    for number, entry in enumerate(told.entries, 1):
        yield from _entry(entry, number)
    for part in told.rest:
        yield f'<h2 style="{STORY}">{escape(part.heading)}</h2>'
        yield from _lines(part)
    for note in told.notes:
        yield f'<p style="margin:24px 0 0;{SMALL}">{escape(note)}</p>'
    yield "</body>"
    yield "</html>"


def _entry(entry: Entry, number: int) -> Iterator[str]:
    yield f'<h2 style="{STORY}">{number}. {escape(entry.title)}</h2>'
    yield f'<p style="margin:0;{SMALL}">{escape(entry.about)}</p>'
    for part in entry.parts:
        yield f'<h3 style="{PART}">{escape(part.heading)}</h3>'
        yield from _lines(part)


def _lines(part: Part) -> Iterator[str]:
    yield f'<ul style="{LIST}">'
    for line in part.lines:
        yield f'<li style="{ITEM}">{_words(line)}'
        if line.below:
            yield f'<ul style="{LIST}">'
            yield from (f'<li style="{ITEM};{SMALL}">{escape(below)}</li>' for below in line.below)
            yield "</ul>"
        yield "</li>"
    if part.more:
        yield f'<li style="{ITEM};{SMALL}">{escape(part.more)}</li>'
    yield "</ul>"


def _words(line: Line) -> str:
    words = escape(line.words)
    if may_be_linked(line.url):
        words = f'<a href="{escape(line.url)}" rel="noopener noreferrer" style="color:#0b4f8a">{words}</a>'
    return f'{words} <span style="{SMALL}">({escape(line.who)})</span>' if line.who else words
