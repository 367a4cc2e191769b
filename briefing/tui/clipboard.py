"""Copying over any line: the sequence that asks the terminal itself to take a text."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Final

MOST_BYTES: Final = 74_994
"""Bytes of text that OSC 52 carries at most: xterm takes 100,000 bytes of base64, some terminals a little less."""
SCREEN_CHUNK: Final = 700
"""Bytes of a string that GNU screen passes through at once: it cuts what is longer than 768."""


def copying(text: str, environment: Mapping[str, str]) -> str | None:
    """Return what to send to the terminal so that it copies `text`; None where it is too long for that.

    tmux and screen pass it on only when it is wrapped. Whether the terminal takes it can't be known.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        return None
    sequence = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if environment.get("TMUX"):
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if environment.get("TERM", "").startswith("screen") or environment.get("STY"):
        parts = (sequence[start : start + SCREEN_CHUNK] for start in range(0, len(sequence), SCREEN_CHUNK))
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return sequence
