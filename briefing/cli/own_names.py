"""What the user says of names: the list in the config folder, with the corrections made on the screen laid over it."""

from __future__ import annotations

from briefing.cli.console import say, say_error
from briefing.errors import BriefingError
from briefing.model import NO_NAMES, Names
from briefing.settings import user_places


def own_names() -> Names:
    """Return what is known of names; what is wrong with an entry is said on standard error and costs only itself."""
    places = user_places()
    names = NO_NAMES
    if places.entities.exists():
        from briefing.settings.entities import load

        listed = load(places.entities)
        names = listed.names
        for problem in listed.problems:
            say_error(problem)
    if places.corrections.exists():
        from briefing.marks.corrections import CorrectionStore
        from briefing.model.names import corrected

        try:
            kept = CorrectionStore(places.config).load()
        except BriefingError as error:
            say_error(error)
            return names
        for slip in kept.problems:
            say(str(slip))
        names = corrected(names, kept.standing)
    return names
