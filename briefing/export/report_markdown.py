"""The report on an analysis in Markdown, for a page, an issue or a mail that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.export.report import NOTHING, about_lines, source_text
from briefing.facts import Section
from briefing.model import Analysis, excerpt

_SIGNS: Final = re.compile(r"([\\`*_\[\]<~&]|^[>#+=-])")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")


def markdown_report(analysis: Analysis, told: Iterable[Section]) -> Iterator[str]:
    """Return the lines of the report that tells `told` of one article: a heading, where it is from, and its facts as lists."""
    article = analysis.article
    yield f"## {plain(article.title)}"
    yield ""
    yield "  \n".join(plain(line) for line in about_lines(analysis))
    if not analysis.key_facts:
        yield ""
        yield NOTHING
    for section in told:
        yield ""
        yield f"**{section.heading.capitalize()}**"
        yield ""
        for line in section.lines:
            said = f" ({plain(source_text(line))})" if source_text(line) else ""
            yield f"- {plain(line.label)}{said} \u2014 \u201c{plain(excerpt(article.text, line.fact.span))}\u201d"


def plain(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, on one line: a stranger's text gives no links or pictures."""
    line = " ".join(text.split())
    return _NUMBERED.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))
