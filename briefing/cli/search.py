"""`briefing search`: the articles that a query finds, printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import print_line, say
from briefing.cli.paths import chosen
from briefing.errors import BriefingError
from briefing.library import STANDARD_INPUT
from briefing.model import Unreadable
from briefing.settings import user_places

if TYPE_CHECKING:
    from briefing.export.json_text import Json
    from briefing.library import Listing
    from briefing.model import Mark
    from briefing.reading.hits import Known
    from briefing.reading.query import Query
    from briefing.reading.rows import Row

COMMAND: Final = Command(
    name="briefing search",
    does="print which articles hold some words.",
    usage=(
        ("briefing search QUERY [PATH...]", "print a line for each article: day, source, title, path, words"),
        ("briefing search --json QUERY", "print one line of JSON an article for other programs"),
    ),
    about=(
        "PATH is a file, or a folder with all that lies below it. Without a PATH, the folders of your settings are "
        "searched, else the sample articles.\n\n"
        'QUERY is words, all of which an article must hold, "a phrase" within marks, ira* for the beginning of a word, '
        "-word for what it must not hold. title:word, source:reuters, entity:CENTCOM (a name in the article), note:word "
        "and tag:word look there alone. date:2024-01-20, date:2024-01..2024-03 and date:2024.. are days of publication. "
        "has:note, has:highlight, has:bookmark, has:tag and has:mark, is:read and is:unread are what they say. "
        "sort:best has those first in which the words stand most often; else the newest come first, or with sort:oldest "
        "the oldest. A QUERY that begins with a dash stands behind --.\n\n"
        "Names are known of articles that were opened by `briefing index`; in others the words are looked for. What has "
        "come or changed since the last time is looked through before."
    ),
    options=(
        Option(("-j", "--json"), "print one line of JSON an article"),
        Option(("-m", "--most"), "print at most N articles", "N"),
        HELP,
    ),
    operand="QUERY [PATH]",
)
WORDS: Final = 3
"""Places of an article that are told."""


def run(typed: Sequence[str]) -> int:
    """Print what is found; return 1 where a file could not be read, else 0."""
    given = arguments(COMMAND, typed)
    if not given.operands:
        raise BriefingError("nothing is searched for", hint="briefing search QUERY [PATH...]")
    most = given.values.get("most", "")
    if most and not (most.isdecimal() and int(most[:9]) > 0):
        raise BriefingError(f'--most takes a number from 1, not "{most}"')
    if STANDARD_INPUT in given.operands[1:]:
        raise BriefingError("what is piped in is not searched", hint="give a file or a folder")

    from briefing.library import Listing
    from briefing.library.searching import Index
    from briefing.reading.query import parsed

    query = parsed(given.operands[0], today=datetime.now().astimezone().date())
    if query.fault:
        raise BriefingError(query.fault)
    if not query.terms:
        raise BriefingError("nothing is searched for", hint='words, "a phrase", or source:reuters: see --help')
    places = user_places()
    listing = Listing(chosen(given.operands[1:]), places.cache)
    listing.kept()
    index = Index(places.cache, listing.article)
    try:
        *_, listed = listing.looked_through()
        if listed.notice:
            say(listed.notice)
        numbers = index.hits(query, listed.table, _known())
        for number in numbers[: int(most) if most else None]:
            _print(listed.table.row(number), listing, query, is_json="json" in given.switches)
        for row in map(listed.table.row, listed.table.broken):
            say(f"{row.path}: {row.title}")
    finally:
        index.close()
        listing.close()
    return 1 if listed.table.broken else 0


def _known() -> Known:
    """Return what the user did that can be searched for."""
    from briefing.marks import MarkStore, ReadingState
    from briefing.reading.hits import Known
    from briefing.reading.markings import Markings, with_marks

    places = user_places()
    state = ReadingState(places.state)
    state.load()
    marks = MarkStore(places.marks).load().marks
    standing: dict[str, list[Mark]] = {}
    for mark in with_marks(Markings(), marks, saved=True).standing():
        standing.setdefault(mark.article.id, []).append(mark)
    return Known(state.read_ids(), standing)


def _print(row: Row, listing: Listing, query: Query, *, is_json: bool) -> None:
    from briefing.reading.hits import places
    from briefing.reading.offers import around

    article = listing.article(row)
    if isinstance(article, Unreadable):
        say(f"{article.path}: {article.reason}")
        return
    spans = places(article, query, most=WORDS)
    if is_json:
        from briefing.export.json_text import json_text

        day = row.published.isoformat() if row.published else None
        hits: list[Json] = [
            {"start": span.start, "end": span.end, "words": around(article.text, span)} for span in spans
        ]
        told: dict[str, Json] = {
            "id": row.id,
            "path": row.path,
            "part": row.part,
            "title": row.title,
            "source": row.source or None,
        }
        print_line(json_text({**told, "date": day, "hits": hits}))
        return
    day = row.day.isoformat() if row.day else ""
    words = around(article.text, spans[0]) if spans else ""
    print_line(f"{day}\t{row.source}\t{row.title}\t{row.path}\t{words}")
