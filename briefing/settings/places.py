"""Where the user's own things lie: settings and marks, the state of reading, and what can be computed again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefing.errors import BriefingError
from briefing.late import sparing
from briefing.values import dataclass

PROGRAM: Final = "briefing"
PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True)
class Places:
    """The three folders; none of them need be there until something is put into it."""

    config: Path
    """What a person wrote: settings, themes, bookmarks, notes."""
    state: Path
    """What was read, and where the reader was."""
    cache: Path
    """What can be computed again, and deleted at any time."""

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.config / "settings.toml"

    @property
    def themes(self) -> Path:
        """The folder of the user's own themes."""
        return self.config / "themes"

    @property
    def entities(self) -> Path:
        """The file of the user's own names."""
        return self.config / "entities.toml"

    @property
    def corrections(self) -> Path:
        """The file of what the user has corrected on the screen."""
        return self.config / "corrections.jsonl"

    @property
    def marks(self) -> Path:
        """The folder of bookmarks, highlights and notes."""
        return self.config / "marks"


def user_places() -> Places:
    """Return the folders that are usual on this system; XDG_CONFIG_HOME and the like are honoured."""
    with sparing():
        from platformdirs import PlatformDirs

    folders = PlatformDirs(PROGRAM, appauthor=False)
    return Places(config=folders.user_config_path, state=folders.user_state_path, cache=folders.user_cache_path)


def made(folder: Path) -> Path:
    """Return `folder`, made for its owner's eyes only where it was not there; so are its missing parents.

    Raises BriefingError, with exit status 1, where it can't be made.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        for place in reversed(missing):
            place.mkdir(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BriefingError(f"the folder {folder} cannot be made: {reason}", status=1) from error
    if not folder.is_dir():
        raise BriefingError(f"{folder} is no folder", hint="move that file out of the way", status=1)
    return folder
