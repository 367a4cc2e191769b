"""What fuzzing starts from: the sample articles, the files of strangers where they are at hand, a few notes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final
from zlib import decompress

from briefing.anchors import make_anchor
from briefing.export.notes_jsonl import exported
from briefing.formats.decoding import decode
from briefing.library import articles
from briefing.library.written import written
from briefing.model import Article, Mark, MarkKind, new_mark
from briefing.pipeline import analyse
from briefing.resources import seeds
from tests.fuzz.laws import NAMES

SHARED: Final = Path(__file__).parents[3] / "shared"
LARGEST: Final = 20_000
"""Bytes of a file that are worth mutating: larger ones are the same thing again."""
MOST: Final = {"stretching": 12, "placing": 60, "analysing": 120}
"""Inputs that a slow law starts from: it looks at all of them before the first new one."""
CLIPPING: Final = (
    "\ufeffHarbour closed (Post)\r\n- Your Highlight on page 3 | Location 12-14 | Added on Sunday, 21 January 2024 10:00:00"
    "\r\n\r\nThe harbour was closed.\r\n==========\r\n"
)
ANNOTATION: Final = (
    '{"rows": [{"id": "a1", "created": "2024-01-21T10:00:00+00:00", "uri": "https://a.example/1", "text": "why?", '
    '"tags": ["x"], "target": [{"source": "https://a.example/1", "selector": [{"type": "TextQuoteSelector", '
    '"exact": "closed", "prefix": "was ", "suffix": "."}]}], "document": {"title": ["Harbour"]}}]}'
)

SEARCHES: Final = (
    b'iran "air base" source:reuters date:2024-01..2024-03 entity:CENTCOM has:note is:unread -drone\0the air base in Iran',
    b'-title:"two words" tag:x note:y sort:best harb\0harbour Harb',
    b"date:2024..  date:..2024-02-30 at 9:30\0at 9:30",
)
"""Searches, each with a text to be searched."""


def hostile(folder: Path) -> Path | None:
    """Return `folder` with the files that strangers send made in it; None where their maker is not at hand."""
    maker = SHARED / "eval" / "hostile.py"
    if not maker.is_file():
        return None
    if not folder.is_dir():
        subprocess.run([sys.executable, str(maker), "make", str(folder)], check=True, stdout=subprocess.DEVNULL)
    return folder


def marks() -> tuple[Mark, ...]:
    """Return a bookmark on two places of each sample article: those that must be there whatever is pressed."""
    return tuple(_marks())


def write(law: str, folder: Path, hostile_files: Path | None) -> None:
    """Write the inputs that fuzzing of `law` starts from into `folder`, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(islice(_inputs(law, hostile_files), MOST.get(law))):
        (folder / f"{number:04}").write_bytes(data)


def _inputs(law: str, hostile_files: Path | None) -> Iterator[bytes]:
    if law == "importing":
        lines = list(exported(marks()))
        yield from (line.encode() for line in lines[:4])
        yield CLIPPING.encode()
        yield ANNOTATION.encode()
        return
    if law == "searching":
        yield from SEARCHES
        return
    if law == "keeping":
        for item in islice(articles([seeds()]), 4):
            if isinstance(item, Article):
                yield decompress(written(analyse(item)))
        return
    for path in _files(hostile_files):
        data = path.read_bytes()[:LARGEST]
        if law == "decoding":
            names = [number for number, name in enumerate(NAMES) if name.endswith(path.suffix or "noending")]
            yield bytes(names[:1] or [0]) + data
        elif law == "placing":
            yield bytes([0, 40, 0, 60, 0, 20]) + data[:800] + b"\0" + data[400:900]
        else:
            found = [item for item in decode(data, path=path.name) if isinstance(item, Article)]
            yield from (item.text.encode("utf-8", "replace") for item in found[:2]) if law != "cleaning" else (data,)


def _files(hostile_files: Path | None) -> Iterator[Path]:
    for folder in (seeds(), SHARED / "seeds", hostile_files):
        if folder is not None and folder.is_dir():
            yield from (path for path in sorted(folder.iterdir()) if path.is_file() and not path.is_symlink())


def _marks() -> Iterator[Mark]:
    now = datetime(2024, 6, 1, tzinfo=UTC)
    for article in articles([seeds()]):
        if isinstance(article, Article):
            for start in (len(article.text) // 3, len(article.text) // 2):
                anchor = make_anchor(article.text, start, start + 30)
                yield new_mark(article, MarkKind.BOOKMARK, now=now, anchor=anchor)
