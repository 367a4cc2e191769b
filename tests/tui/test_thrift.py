"""What the screen does not need is not loaded for it: that is most of what a start costs."""

from __future__ import annotations

import subprocess
import sys

SPARED = (
    "_hashlib", "ast", "briefing.extract", "briefing.facts.choice", "briefing.formats.commonmark", "briefing.pipeline",
    "briefing.stories", "difflib", "ipaddress", "lzma", "mimetypes", "pickle", "random", "shutil", "ssl", "tempfile",
    "textual.command", "textual.containers", "textual.widgets._toast", "tokenize", "typing_extensions", "uuid",
)  # fmt: skip
LOADED = """
import sys
from briefing.cli import main, program
program._runner([])
from briefing.tui.thrift import importing
with importing():
    import briefing.tui.program
print(*sys.modules, sep="\\n")
"""


def test_what_is_seldom_used_is_not_loaded_for_the_screen() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    loaded = frozenset(done.stdout.split())

    assert "briefing.tui.screen" in loaded
    assert not loaded.intersection(SPARED)
