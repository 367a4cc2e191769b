"""CommonMark as prose: paragraphs without markup, and its looks and links as spans beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.cleaning import cleaned, cleaned_line
from briefing.formats.draft import LONGEST_URL, Prose
from briefing.model import Link, Look, LookStyle, Span

LONGEST: Final = 100_000
"""Characters that are parsed: five times the longest report; a list of so many takes a second."""
MOST_MARKUP: Final = 5000
"""Brackets, stars and their like that are parsed; one takes 20 microseconds, and real text has a few hundred."""
DEEPEST: Final = 40
"""Levels of blocks in each other; a list takes two. What lies deeper, the parser would drop."""
MOST_LOOKS: Final = 5000

_MARKUP: Final = re.compile(
    r"[*_`\[<>#&\\]|~~~|^ {0,3}(?:[-+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[-=]{1,100} *$)", re.MULTILINE
)
_PLAIN_HEADING: Final = re.compile(r"^(#{1,6})[ \t]+(?=\S)([^*_`\[<>#&\\~\n]*)$", re.MULTILINE)
"""A heading with nothing else in it that would have to be parsed: most reports in Markdown have no other markup."""
_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?=\n)")
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|cite|code|del|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|mark|"
    r"ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|thead|tt|u|ul|(?P<apart>br|li|td|th|tr))"
    r"(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_OPENED: Final = ("http://", "https://", "mailto:")
_BULLET: Final = "•"
_STYLES: Final = {"em": LookStyle.EMPHASIS, "strong": LookStyle.STRONG, "link": LookStyle.LINK}


def prose_of(text: str) -> Prose | None:
    """Return cleaned CommonMark `text` as prose; None where it is too long, too dense or nested too deep to be parsed.

    HTML is not parsed; its commonest tags are taken out. An image is its alternative text, a line of code a paragraph.
    A heading that comes first is the headline.
    """
    if len(text) > LONGEST:
        return None
    text = _without_comments(text)
    if not _MARKUP.search(text):
        return Prose("\n\n".join(_plain_paragraphs(text)))
    if not _MARKUP.search(_PLAIN_HEADING.sub("", text)):
        return _plain_page(text).prose()
    if sum(map(text.count, "[*_`<&\\")) > MOST_MARKUP:
        return None
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return None
    page = _Page()
    for token in tokens:
        page.add(token)
    return page.prose()


@cache
def _parser() -> MarkdownIt:
    # Lines that are indented by four blanks are code to CommonMark; in news they are a first line set in.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable("code")


class _Page:
    """Prose in the making, block by block."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._spans: list[Span] = []
        self._length = 0
        self._looks: list[Look] = []
        self._links: list[Link] = []
        self._quotes: list[int] = []
        """For each open quote, how many paragraphs stood before it."""
        self._lists = 0
        self._markers: list[str] = []
        """For each open list item its marker, empty once a paragraph carries it."""
        self._heading = 0
        self._opens_with_heading = False

    def add(self, token: Token) -> None:
        """Take the next token of the parser."""
        match token.type:
            case "inline":
                self._inline(token.children or [])
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open" | "ordered_list_open":
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
            case "list_item_open":
                self._markers.append(f"{token.info}{token.markup}" if token.info else _BULLET)
            case "list_item_close":
                self._markers.pop()
            case "blockquote_open":
                self._quotes.append(len(self._spans))
            case "blockquote_close":
                self._close_quote()
            case "fence" | "code_block":
                for line in cleaned(token.content).split("\n"):
                    self._paragraph(line.strip(), [Look(Span(0, len(line.strip())), LookStyle.CODE)], [])

    def add_plain(self, text: str, heading: int = 0) -> None:
        """Take paragraphs without markup, or a heading of that level."""
        self._heading = heading
        for paragraph in [text] if heading else _plain_paragraphs(text):
            self._paragraph(paragraph, [], [])

    def prose(self) -> Prose:
        """Return the page."""
        looks = sorted(self._looks, key=_outer_first)
        end = self._spans[0].end if self._opens_with_heading else None
        return Prose("\n\n".join(self._paragraphs), tuple(looks[:MOST_LOOKS]), tuple(self._links), end)

    def _close_quote(self) -> None:
        level = len(self._quotes)
        first = self._quotes.pop()
        if first < len(self._spans):
            span = Span(self._spans[first].start, self._spans[-1].end)
            self._looks.append(Look(span, LookStyle.QUOTE, level))

    def _paragraph(self, text: str, looks: Sequence[Look], links: Sequence[Link]) -> None:
        """Add a paragraph, with looks and links that are counted from its start."""
        if not text:
            return
        start = self._length + (2 if self._paragraphs else 0)
        whole = Span(start, start + len(text))
        if self._heading:
            self._looks.append(Look(whole, LookStyle.HEADING, self._heading))
            self._opens_with_heading |= not self._paragraphs and not self._lists and not self._quotes
        elif self._lists:
            self._looks.append(Look(whole, LookStyle.ITEM, self._lists, self._markers[-1]))
            self._markers[-1] = ""
        self._looks += [Look(_moved(look.span, start), look.style) for look in looks]
        self._links += [Link(_moved(link.span, start), link.url) for link in links]
        self._paragraphs.append(text)
        self._spans.append(whole)
        self._length = whole.end

    def _inline(self, tokens: Sequence[Token]) -> None:
        pieces: list[str] = []
        length = 0
        looks: list[Look] = []
        links: list[Link] = []
        open_at: list[tuple[int, str]] = []
        for token in tokens:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if name in _STYLES and token.nesting == 1:
                open_at.append((length, str(token.attrGet("href") or "")))
            elif name in _STYLES and token.nesting == -1:
                at, address = open_at.pop()
                is_opened = address.lower().startswith(_OPENED)
                if name != "link" or is_opened:
                    looks.append(Look(Span(at, length), _STYLES[name]))
                if is_opened:
                    links.append(Link(Span(at, length), cleaned_line(address, LONGEST_URL)))
            else:
                piece = _words(token)
                if name == "code_inline":
                    looks.append(Look(Span(length, length + len(piece)), LookStyle.CODE))
                pieces.append(piece)
                length += len(piece)
        self._trimmed("".join(pieces), looks, links)

    def _trimmed(self, text: str, looks: Sequence[Look], links: Sequence[Link]) -> None:
        begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
        self._paragraph(
            text.strip(),
            [Look(span, look.style) for look in looks if (span := _clipped(look.span, begin, end))],
            [Link(span, link.url) for link in links if (span := _clipped(link.span, begin, end))],
        )


def _outer_first(look: Look) -> tuple[int, int, bool, bool, int]:
    """Return the place of a look among those of a page: by start, a quote before the list that fills it."""
    is_quote, is_block = look.style is LookStyle.QUOTE, look.style in {LookStyle.ITEM, LookStyle.HEADING}
    return look.span.start, -look.span.end, not is_quote, not is_block, look.level


def _words(token: Token) -> str:
    """Return what a token of a line shows, on one line."""
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return "".join(_words(child) for child in token.children or [])
    text = token.content
    if "<" in text and token.type == "text":
        text = _TAG.sub(lambda tag: " " if tag["apart"] else "", text)
    return cleaned(text).replace("\n", " ")


def _plain_page(text: str) -> _Page:
    """Return the page of a text in which nothing but headings would have to be parsed."""
    page = _Page()
    end = 0
    for heading in _PLAIN_HEADING.finditer(text):
        page.add_plain(text[end : heading.start()])
        page.add_plain(heading[2].strip(), heading=len(heading[1]))
        end = heading.end()
    page.add_plain(text[end:])
    return page


def _plain_paragraphs(text: str) -> list[str]:
    blocks = _BLANK_LINES.sub("\n", text).split("\n\n")
    lines = ([line.strip() for line in block.split("\n")] for block in blocks)
    return [joined for block in lines if (joined := " ".join(filter(None, block)))]


def _without_comments(text: str) -> str:
    """Return `text` without HTML comments; one that is not closed stays."""
    if "<!--" not in text:
        return text
    kept = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def _clipped(span: Span, begin: int, end: int) -> Span | None:
    start, stop = max(span.start, begin), min(span.end, end)
    return Span(start - begin, stop - begin) if start < stop else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
