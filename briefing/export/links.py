"""Links: which addresses of strangers may be made links."""

from __future__ import annotations

import re
from typing import Final

SAFE: Final = re.compile(r"(?:https?://[^\s/<>\"]|mailto:[^\s<>\"])", re.IGNORECASE)
"""How an address begins that leads to a page or to a mailbox, and runs nothing."""


def may_be_linked(url: str) -> bool:
    """Return whether the address is one of the web or of a mailbox, so that following it runs nothing."""
    return SAFE.match(url) is not None
