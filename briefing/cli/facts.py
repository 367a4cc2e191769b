"""`briefing facts`: what is found in articles, printed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.cli.console import print_line, say
from briefing.export.contract import facts_line
from briefing.library import articles
from briefing.model import Unreadable
from briefing.pipeline import analyse


def run(paths: Sequence[str]) -> int:
    """Print a line of JSON for each article below `paths`; return 1 where one could not be read."""
    status = 0
    for article in articles(paths):
        if isinstance(article, Unreadable):
            say(f"{article.path}: {article.reason}")
            status = 1
        else:
            print_line(facts_line(analyse(article)))
    return status
