"""What is found in the file of another program: marks, and what is none."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from briefing.model import Anchor, ArticleRef, Mark, MarkKind


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A note that could not be taken."""

    place: int
    """Its line, or its number where the file has no lines, from 1."""
    reason: str


def found_mark(
    article: ArticleRef,
    kind: MarkKind,
    *,
    seed: str,
    created: str,
    changed: str,
    anchor: Anchor | None,
    note: str | None = None,
    tags: tuple[str, ...] = (),
    colour: str | None = None,
) -> Mark:
    """Return a mark whose id is made from `seed`, so that a second import finds it there."""
    name = sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Mark(name, kind, article, created, changed, 1, anchor, note, tags, colour)


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or else Windows-1252; never an error."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
