"""What a terminal sends is read whatever it is, and the keys behind it are too."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from briefing.tui.terminal.keyboard import Keyboard

PIECES = (
    b"\x1b", b"[", b"O", b";", b":", b"<", b"M", b"m", b"u", b"A", b"~", b"R", b"$y", b"?", b"200~", b"201~", b"1", b"97", b"999999999",
    b"9" * 30, b"\xff", b"\x9b", "宽".encode(), b"P", b"]", b"\\", b"\x07", b" ",
)  # fmt: skip


def keys(*sent: bytes) -> list[str]:
    """Return the names of the keys in what was sent."""
    keyboard = Keyboard()
    return [message.key for data in sent for message in keyboard.read(data) if isinstance(message, Key)]


@pytest.mark.parametrize(
    "sequence", [b"\x1b[97:65;5u", b"\x1b[:A", b"\x1b[1;:A", b"\x1b[999999999999u", b"\x1b[1114112u"]
)
def test_a_sequence_with_numbers_that_are_none_costs_no_other_key(sequence: bytes) -> None:
    assert [key for key in keys(b"j" + sequence + b"\x1b[Bk") if key in {"j", "down", "k"}] == ["j", "down", "k"]


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=4), max_size=40), st.lists(st.integers(0, 60), max_size=4))
def test_whatever_was_sent_a_key_behind_it_is_read(pieces: Sequence[bytes], cuts: Sequence[int]) -> None:
    sent = b"".join(pieces)
    keyboard = Keyboard()
    begun = 0
    for cut in [*sorted(cuts), len(sent)]:
        list(keyboard.read(sent[begun:cut]))
        begun = max(begun, cut)

    # What may be open is ended: a letter of many bytes, a sequence, a string, a paste.
    for end in (b" ", b"\x1b\\", b"\x1b[201~", b"\x1b\\", b" " * 100):
        list(keyboard.read(end))
    assert [message.key for message in keyboard.read(b"j") if isinstance(message, Key)] == ["j"]
