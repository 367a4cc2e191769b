"""Bytes as text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MAGIC: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!\x1a", "a rar archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"RIFF", "a sound, video or image file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_SAMPLE: Final = 1 << 16
_MOST_NULS: Final = 0.02
_MOST_CONTROLS: Final = 0.25
_MOST_CONTROLS_UNLESS_UTF_8: Final = 0.05
"""Shares of a sample. A stray control happens in scraped text; pictures and programs have 5 % and more."""
_CONTROLS: Final = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\f\r\x1b") + b"\x7f"
_LONE_BYTES: Final = re.compile("[\udc80-\udcff]")
_GOOD_FOR_EACH_BAD: Final = 0.25
"""Well-formed letters for each stray byte from which on a file is UTF-8 with faults, not another encoding."""


@dataclass(frozen=True, slots=True)
class Text:
    """What bytes say, and what is to be known of how they were read."""

    text: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoText:
    """Why bytes are no text."""

    reason: str


def text_of(data: bytes) -> Text | NoText:
    """Return the text that `data` is, or why it is none.

    UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one (UTF-16 also without, where every second
    byte is NUL), else Windows-1252. Letters are not cleaned yet.
    """
    if not data:
        return NoText("the file is empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return NoText(f"no text: it begins like {name}")
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec)
    sample = data[:_SAMPLE]
    wide = _wide_codec(sample)
    if wide:
        return Text(data.decode(wide, "replace"), ("no byte order mark, read as UTF-16",))
    if sample.count(0) > _MOST_NULS * len(sample):
        return NoText("no text: it holds NUL bytes")
    return _unmarked(data, _controls(sample) / len(sample))


def _marked(data: bytes, codec: str) -> Text | NoText:
    if codec == "utf-8":
        return text_of(data) if data else NoText("the file is empty")
    text = data.decode(codec, "replace")
    if text.count("\ufffd") + text.count("\0") > len(text) // 4:
        return NoText("no text: it begins like Unicode and does not go on so")
    return Text(text) if text else NoText("the file is empty")


def _unmarked(data: bytes, controls: float) -> Text | NoText:
    try:
        text, remarks = data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            remark = "the last letter is cut off"
            return Text(data[: error.start].decode("utf-8"), (remark,))
        if controls > _MOST_CONTROLS_UNLESS_UTF_8:
            return NoText("no text: it is neither UTF-8 nor plain letters of another encoding")
        return _not_utf_8(data)
    if controls > _MOST_CONTROLS:
        return NoText("no text: it is made of control characters")
    return Text(text, remarks)


def _not_utf_8(data: bytes) -> Text:
    text = data.decode("utf-8", "surrogateescape")
    # Counted by what is left without them: a list of four million letters would cost 200 MB.
    bad = len(text) - len(_LONE_BYTES.sub("", text))
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if good < _GOOD_FOR_EACH_BAD * bad:
        return Text(data.decode("cp1252", "replace"), ("not UTF-8, read as Windows-1252",))
    mended = _LONE_BYTES.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    bytes_are = "1 byte is" if bad == 1 else f"{bad:,} bytes are"
    return Text(mended, (f"{bytes_are} not UTF-8, read as Windows-1252",))


def _wide_codec(sample: bytes) -> str | None:
    """Return the kind of UTF-16 that `sample` looks like: NUL in nearly every second place, and only there."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    if even > 0.5 and odd < 0.05:
        return "utf-16-be"
    return None


def _controls(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, delete=_CONTROLS))
