"""What must hold for any bytes: no exception, spans in their text, nothing found twice, no step too many."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice, pairwise
from typing import Final
from zlib import compress

from briefing.anchors import locate, make_anchor
from briefing.cleaning import cleaned, cleaned_line, cleaned_name
from briefing.export.notes_jsonl import earlier, exported, read_line
from briefing.export.notes_shape import NoMarkError
from briefing.formats.decoding import decode
from briefing.formats.endings import SUFFIXES
from briefing.library.written import UnfitError, read_back, written
from briefing.marks.foreign import FOREIGN, NotTaken
from briefing.model import Anchor, Article, Mark, MentionForm, Span, Unreadable
from briefing.pipeline import analyse
from briefing.reading.query import completions, parsed, patterns
from tests.steps import at_most

Law = Callable[[bytes], None]

NAMES: Final = (*(f"news/a{suffix}" for suffix in sorted(SUFFIXES)), "noending", "-")
"""Names that a file is read under: the first byte of an input chooses."""
NOW: Final = datetime(2024, 1, 21, tzinfo=UTC)
STRETCHED: Final = 60_000
"""Characters to which a text is repeated, to see that twice the text is not four times the work."""
STEPS_AT_ONCE: Final = 20_000_000
STEPS_A_CHARACTER: Final = 4_000
"""What a law may cost, in turns of an empty loop: some ten times what the usual text needs under the fuzzer's eyes."""
_UNWANTED: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class BrokenLawError(AssertionError):
    """What was done with an input is not what was promised."""


def decoding(data: bytes) -> None:
    """Check that bytes are articles or have a reason, and that what is told is clean and has its place."""
    name = NAMES[data[0] % len(NAMES)] if data else "-"
    found = decode(data[1:], path=name)
    _must(bool(found), "nothing was returned")
    articles = [item for item in found if isinstance(item, Article)]
    _must(len({article.id for article in articles}) == len(articles), "two articles have one id")
    for item in found:
        if isinstance(item, Unreadable):
            _must(bool(item.reason) and not _UNWANTED.search(item.reason), f"a reason is {item.reason!a}")
        else:
            _check_article(item)


def cleaning(data: bytes) -> None:
    """Check that what was cleaned is harmless and stays as it is."""
    text = _text(data)
    once = cleaned(text)
    _must(not _UNWANTED.search(once), "a control character is left")
    _must(cleaned(once) == once, "cleaning twice is not cleaning once")
    line = cleaned_line(text)
    _must(len(line) <= 500 and "\n" not in line, "the line is too long, or two")
    _must(not _UNWANTED.search(line), "a control character is left in the line")
    _must("\n" not in cleaned_name(text), "the name has two lines")


def analysing(data: bytes) -> None:
    """Check what is found in a text: it stands there, and nothing of a kind stands in another."""
    _analyse(cleaned(_text(data)))


def stretching(data: bytes) -> None:
    """Check that a text which says the same thing for pages is no more than pages of work."""
    text = cleaned(_text(data))
    if text.strip():
        _analyse((text * (STRETCHED // len(text) + 1))[:STRETCHED])


def importing(data: bytes) -> None:
    """Check that a line is a mark or has a reason, and that a mark survives being written and read."""
    for line in data.splitlines():
        try:
            mark = read_line(line)
        except NoMarkError as error:
            _must(bool(str(error)), "no reason is told")
            continue
        _check_written(mark)
        earlier(mark)
    for program in FOREIGN.values():
        for item in program.imported(data, now=NOW):
            if isinstance(item, NotTaken):
                continue
            _check_written(item)


def placing(data: bytes) -> None:
    """Check that an anchor's place lies in the text, and is the old one where the text is the old one."""
    numbers, rest = data[:6].ljust(6, b"\0"), _text(data[6:])
    old, parted, new = rest.partition("\0")
    start, end = sorted((_offset(numbers[:2], old), _offset(numbers[2:4], old)))
    anchor = make_anchor(old, start, end)
    same = locate(anchor, old)
    _must(same is not None and (same.start, same.end) == (start, end), "it is not where it was")
    at = _offset(numbers[4:6], old)
    texts = (new, old[:at] + new + old[at:], old[:start] + new + old[end:], old[::-1]) if parted else (old[at:],)
    for text in texts:
        for given in (anchor, replace(anchor, text=None, text_id=None), Anchor(quote=anchor.quote), Anchor(start, end)):
            found = locate(given, text)
            _must(found is None or 0 <= found.start <= found.end <= len(text), f"{found} is no place in the text")


def searching(data: bytes) -> None:
    """Check that whatever is searched for has a meaning or a fault, and finds whole words in a text, as it is typed too."""
    asked, _, text = _text(data).partition("\0")
    for is_being_typed in (False, True):
        query = parsed(asked, today=NOW.date(), is_being_typed=is_being_typed)
        _must(not (query.fault and query.terms), "a search with a fault finds something")
        _must(query.fault == " ".join(query.fault.split()), "a fault is more than a line")
        for pattern in patterns(query):
            for found in islice(pattern.finditer(text), 20):
                _must(found.start() < found.end(), "nothing was found, and it counts")
    at = len(asked) // 2
    for line in completions(asked, at, sources=("Harbour Post", 'The "Wire"'), entities=("Ansel", asked[:20])):
        _must(line.endswith(asked[at:]), "what is completed loses its end")


def keeping(data: bytes) -> None:
    """Check that what lies in the cache is an analysis, or is known to be none."""
    article = Article(id="a", path="a.txt", title="", text=_text(data))
    for kept in (data, compress(data)):
        try:
            found = read_back(kept, article)
        except UnfitError:
            continue
        _must(read_back(written(found), article) == found, "it is another one when it is written and read again")


LAWS: Final[dict[str, Law]] = {
    law.__name__: law for law in (decoding, cleaning, analysing, stretching, importing, placing, searching, keeping)
}
"""Every law, by its name."""


def bounded(law: Law) -> Law:
    """Return `law`, raising TooManyStepsError where an input costs more than its length accounts for."""

    def checked(data: bytes) -> None:
        characters = STRETCHED if law is stretching else len(data)
        with at_most(STEPS_AT_ONCE + STEPS_A_CHARACTER * characters):
            law(data)

    return checked


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BrokenLawError(otherwise)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _offset(number: bytes, text: str) -> int:
    return int.from_bytes(number) % (len(text) + 1)


def _analyse(text: str) -> None:
    found = analyse(Article("a", "a.txt", "A", text, published=date(2024, 1, 21)))
    _check_spans(found, len(text))
    named = [
        mention.span for entity in found.entities for mention in entity.mentions if mention.form == MentionForm.NAME
    ]
    for kind, spans in (
        ("sentences", found.sentences),
        ("names", sorted(named)),
        ("dates", [item.span for item in found.dates]),
        ("figures", [item.span for item in found.figures]),
        ("quotes", [item.span for item in found.quotes]),
        ("claims", [item.span for item in found.claims]),
        ("events", sorted(item.trigger for item in found.events)),
    ):
        _check_apart(kind, spans)


def _check_article(article: Article) -> None:
    _check_spans(article, len(article.text))
    _must(bool(article.text.strip()), "an article holds no text")
    _must(article.headline_end is None or 0 < article.headline_end <= len(article.text), "the headline ends nowhere")
    told = (article.title, article.path, article.source, article.author, article.url, *article.tags, *article.remarks)
    for words in filter(None, told):
        _must(not _UNWANTED.search(words) and "\n" not in words, f"{words!a} is not clean")
    _must(cleaned(article.text) == article.text, "the text is not clean")


def _check_spans(value: object, length: int) -> None:
    if isinstance(value, Span):
        _must(value.end <= length, f"{value} ends behind the text of {length} characters")
    elif isinstance(value, tuple):
        for item in value:
            _check_spans(item, length)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            _check_spans(getattr(value, field.name), length)


def _check_apart(kind: str, spans: Sequence[Span]) -> None:
    for before, after in pairwise(spans):
        _must(before.start <= after.start, f"{kind} are not in the order of the text: {before}, {after}")
        _must(not before.overlaps(after), f"{kind} overlap: {before} and {after}")


def _check_written(mark: Mark) -> None:
    line = "".join(exported([mark]))
    _must(line.count("\n") == 1 and not _UNWANTED.search(line[:-1]), "a mark is not one clean line")
    json.loads(line)
    _must(read_line(line) == mark, "a mark is another one when it is read again")
