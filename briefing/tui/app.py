"""The door to the screen: nothing of Textual is imported before it is needed."""

from __future__ import annotations

import os
from collections.abc import Sequence

from briefing.settings import Settings
from briefing.settings.places import Places

THRIFT = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0"}
"""What Textual reads when it is imported: animation multiplies the bytes of a page by eighteen."""


def run(paths: Sequence[str], *, settings: Settings, places: Places) -> int:
    """Show the articles under `paths` until the reader leaves, and return the exit status.

    Raises BriefingError, before anything is drawn, for a path, a theme or a key that there is not.
    """
    os.environ.update(THRIFT)
    from briefing.tui.thrift import importing

    with importing():
        from briefing.tui.session import Session

        session = Session(paths, settings=settings, places=places)
        # Asked for now, to be there when Textual is: the first frame shows the list.
        _ = session.beginning
        from briefing.tui.program import begin

    return begin(session)
