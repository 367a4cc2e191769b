"""What the terminal sends, as messages: keys, pastes, the mouse; what cannot be read is passed over."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Final

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGINNINGS: Final = re.compile("(?=\x1b)")


class Keyboard:
    """Reads what a terminal sends, in pieces as they come. Bytes that are no UTF-8 are survived, and so is a torn sequence."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()

    def read(self, data: bytes) -> Iterator[Message]:
        """Return the messages that end with `data`."""
        # Sequence by sequence: of one that is none, nothing more is lost than it.
        for piece in filter(None, _BEGINNINGS.split(self._decode(data))):
            yield from self._survived(self._parser.feed(piece))

    def waited(self) -> Iterator[Message]:
        """Return the messages that end with nothing more having come: an Esc that begins no sequence."""
        yield from self._survived(self._parser.tick())

    def _survived(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except (ValueError, OverflowError):
            # It reads numbers in sequences without a look at what they are, and is of no use any more then.
            self._parser = XTermParser()
