"""The file of one article's marks: first the article, then its texts, then one mark a line, and a last line.

    {"article": {"id": ..., "path": ..., "title": ...}, "form": 1, "~": "..."}
    {"text": "...", "text_id": "...", "~": "..."}         a text of the article that marks were made in
    {"article": ..., "id": ..., "kind": "note", ...}      a mark, as in the contract of marks
    {"form": 1, "last": true, "~": "..."}                 what is missing after a cut is seen by this

Lines are sorted by id, so that two people's additions merge in git.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from briefing.export.notes_jsonl import as_object, build, mark_of
from briefing.export.notes_shape import FORM, NoMarkError, Object, was_written_here
from briefing.marks import lines
from briefing.marks.lines import State
from briefing.marks.merging import merged
from briefing.model import ArticleRef, Mark, text_id

ENDING: Final = ".jsonl"

_LAST: Final = lines.written({"form": FORM, "last": True})
_EDITABLE: Final = frozenset(("note", "tags", "colour", "deleted", "fact"))
"""What a person would change by hand; a bit that is wrong elsewhere was no person."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that is not as the program wrote it."""

    file: str
    line: int | None
    """From 1; None where it is about the file."""
    reason: str
    costs: bool = True
    """False where nothing was lost."""

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}" if self.line is None else f"{self.file}, line {self.line}: {self.reason}"


@dataclass(slots=True)
class ArticleFile:
    """What a file holds."""

    article: ArticleRef | None = None
    marks: dict[str, Mark] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    """False where something is missing or could not be read, so that the file must be set aside before it is replaced."""

    def add(self, mark: Mark) -> Mark:
        """Return the mark as it stands now, merged with the version that was there."""
        there = self.marks.get(mark.id)
        anchor = mark.anchor
        if anchor and anchor.text_id is not None:
            if anchor.text is not None:
                self.texts.setdefault(anchor.text_id, anchor.text)
            elif anchor.text_id in self.texts:
                mark = replace(mark, anchor=replace(anchor, text=self.texts[anchor.text_id]))
        self.marks[mark.id] = mark if there is None else merged(there, mark)
        if self.article is None:
            self.article = mark.article
        return self.marks[mark.id]

    def content(self) -> bytes:
        """Return the bytes of the file."""
        article = self.article or next(iter(self.marks.values())).article
        parts = [lines.written({"article": _article_object(article), "form": FORM})]
        parts += [lines.written({"text": text, "text_id": name}) for name, text in sorted(self.texts.items())]
        parts += [lines.written(as_object(mark)) for _, mark in sorted(self.marks.items())]
        return b"".join((*parts, _LAST))


def file_name(article: ArticleRef, taken: Iterable[str]) -> str:
    """Return the name of the article's file: the one that ends in its key, or one made of its title and key."""
    key = f"{sha256(article.id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}{ENDING}"
    for name in taken:
        if name.endswith(key):
            return name
    return f"{_slug(article.title)}-{key}"


def parsed(name: str, content: bytes, before: bytes | None = None) -> ArticleFile:
    """Return what `content` holds; what can't be read there is taken from the generation `before`, if it is there."""
    found = _parsed(name, content)
    if not found.is_whole and before is not None:
        _fill(found, _parsed(name, before))
    return _with_texts(found)


def needs_before(name: str, content: bytes) -> ArticleFile | None:
    """Return what `content` holds if that is all; None where the generation before should be asked."""
    found = _parsed(name, content)
    return _with_texts(found) if found.is_whole else None


def _parsed(name: str, content: bytes) -> ArticleFile:
    found = ArticleFile()
    is_ended = False
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line == _LAST[:-1]:
            is_ended = True
        elif line.strip():
            _read_line(found, name, number, line)
    if not is_ended:
        found.is_whole = False
        found.problems.append(Problem(name, None, "its end is missing" if content else "it is empty"))
    return found


def _read_line(found: ArticleFile, name: str, number: int, line: bytes) -> None:
    read = lines.read(line)
    if read.value is None:
        found.is_whole = False
        found.problems.append(Problem(name, number, f"it can't be read: {read.reason}"))
        return
    try:
        _take(found, read)
    except NoMarkError as error:
        if read.mended is None:
            found.is_whole = False
            found.problems.append(Problem(name, number, f"it is no mark: {error}"))
            return
        _take(found, lines.Line(State.MENDED, read.mended))
    if read.state is State.MENDED:
        found.problems.append(Problem(name, number, "a bit of it was wrong and has been mended", costs=False))
    elif read.state is State.CHANGED:
        reason = "it was changed outside the program, and is taken as it stands"
        found.problems.append(Problem(name, number, reason, costs=False))


def _take(found: ArticleFile, read: lines.Line) -> None:
    value = read.value or {}
    if "kind" not in value and "id" not in value:
        _take_other(found, read.mended or value)
    elif read.state is State.WHOLE and was_written_here(value):
        found.add(build(value, found.texts))
    elif read.mended is not None and read.state is State.CHANGED:
        _take_one_bit_changed(found, value, read.mended)
    else:
        found.add(mark_of(value))


def _take_other(found: ArticleFile, value: Object) -> None:
    text, article = value.get("text"), value.get("article")
    if isinstance(text, str):
        found.texts[text_id(text)] = text
    elif isinstance(article, dict):
        found.article = _article_ref(article)
    elif value.get("last") is not True:
        raise NoMarkError('"kind" is missing')


def _take_one_bit_changed(found: ArticleFile, value: Object, mended: Object) -> None:
    """Take what a person may have changed as it stands, with the mended version in its history; else the mended one."""
    before = mark_of(mended)
    if {key for key in value.keys() | mended.keys() if value.get(key) != mended.get(key)} <= _EDITABLE:
        now = mark_of(value)
        found.add(replace(merged(before, replace(now, revision=now.revision + 1)), revision=now.revision))
    else:
        found.add(before)


def _fill(found: ArticleFile, before: ArticleFile) -> None:
    """Take from the generation before what is not there now; nothing is ever taken out of a file."""
    missing = before.marks.keys() - found.marks.keys()
    for name in missing:
        found.marks[name] = before.marks[name]
    found.texts = before.texts | found.texts
    found.article = found.article or before.article
    if missing:
        where = found.problems[0].file
        found.problems.append(Problem(where, None, f"{len(missing)} taken from the generation before", costs=False))


def _with_texts(found: ArticleFile) -> ArticleFile:
    """Give each mark the text that it names: they share one string."""
    if found.texts and found.problems:
        for name, mark in found.marks.items():
            anchor = mark.anchor
            if anchor and anchor.text is None and anchor.text_id in found.texts:
                found.marks[name] = replace(mark, anchor=replace(anchor, text=found.texts[str(anchor.text_id)]))
    return found


def _article_object(article: ArticleRef) -> Mapping[str, object]:
    return {
        "id": article.id, "path": article.path, "title": article.title,
        "published": article.published, "source": article.source, "url": article.url,
    }  # fmt: skip


def _article_ref(value: Object) -> ArticleRef | None:
    parts = [value.get(key) for key in ("id", "path", "title", "published", "source", "url")]
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) < len([part for part in parts if part is not None]) or not all(isinstance(p, str) for p in parts[:3]):
        return None
    identity, path, title, published, source, url = (part if isinstance(part, str) else None for part in parts)
    return ArticleRef(identity or "", path or "", title or "", published, source, url)


def _slug(title: str) -> str:
    """Return the title's letters and digits in ASCII, short, so that a person finds the file."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in title.lower()[:200])
    return "-".join(part for part in kept.split("-") if part)[:48].rstrip("-") or "article"
