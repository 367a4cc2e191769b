"""Classes of characters, as what stands between the brackets of a pattern.

HIGH classes hold what lies above the first plane. They stand apart, because the ranges of a class that lie there are
gone through one by one for each character of a text.
"""

from __future__ import annotations

from typing import Final

MARKS: Final = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u0819"
    "\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u0902\u093a\u093c\u0941-\u0948"
    "\u094d\u0951-\u0957\u0962\u0963\u0981\u09bc\u09c1-\u09c4\u09cd\u0a01\u0a02\u0a3c\u0a41-\u0a51\u0a81\u0a82\u0abc"
    "\u0ac1-\u0acd\u0b3c\u0b41-\u0b44\u0b4d\u0bc0\u0bcd\u0c3e-\u0c40\u0c46-\u0c56\u0ccc\u0ccd\u0d41-\u0d44\u0d4d\u0dca"
    "\u0dd2-\u0dd6\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18\u0f19\u0f35\u0f37\u0f39"
    "\u0f71-\u0f7e\u0f80-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u102d-\u1030\u1032-\u1037\u1039\u103a\u103d\u103e"
    "\u135d-\u135f\u1712-\u1714\u1732\u1733\u1752\u1753\u1772\u1773\u17b7-\u17bd\u17c6\u17c9-\u17d3\u17dd\u18a9"
    "\u1920-\u1922\u1927\u1928\u1932\u1939-\u193b\u1a17\u1a18\u1a1b\u1a56-\u1a60\u1a62\u1a65-\u1a6c\u1a73-\u1a7f"
    "\u1ab0-\u1aff\u1b00-\u1b03\u1b34-\u1b3c\u1b6b-\u1b73\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302d\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802\ua806\ua80b\ua8c4\ua8c5"
    "\ua8e0-\ua8f1\ua926-\ua92d\ua947-\ua951\ua980-\ua982\ua9b3\ua9b6-\ua9bd\uaa29-\uaa36\uaa43\uaa4c\uaab0-\uaac1"
    "\uabe5\uabe8\uabed\ufb1e\ufe20-\ufe2f"
)
"""Marks that take no cell of their own and can be piled up: of Unicode's Mn and Me those that a terminal stacks."""
MARKS_HIGH: Final = (
    "\U00010a01-\U00010a0f\U00010f46-\U00010f50\U0001d165-\U0001d169\U0001d16d-\U0001d172\U0001d17b-\U0001d182"
    "\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244\U0001e000-\U0001e02a\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a"
)

UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\ufffb"
)
UNSEEN_HIGH: Final = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
"""What no one sees and no script here needs: soft hyphens, zero-width spaces, directions, fillers, annotations."""

JOINERS: Final = "\u200c\u200d"
SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
TAGS: Final = "\U000e0000-\U000e007f"
NO_CHARACTERS: Final = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
HIGH_NO_CHARACTERS: Final = "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
HIGH: Final = "\U00010000-\U0010ffff"

JOINING_SCRIPTS: Final = (
    "\u0620-\u065f\u066e-\u06ff\u0700-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
    "\u1800-\u18af\u1a20-\u1aaf\u1b00-\u1b7f\ua840-\ua87f\ua980-\ua9df\U00010d00-\U00010d3f\U0001e900-\U0001e95f"
)
"""Scripts in which a joiner or non-joiner between two letters is part of the spelling: Persian, Hindi, Mongolian."""

PICTURES: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
