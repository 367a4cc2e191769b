"""What the user says of names: the list in the config folder, with the corrections made on the screen laid over it."""

from __future__ import annotations

from briefing.cli.console import say, say_error
from briefing.errors import BriefingError
from briefing.model import NO_NAMES, Correction, Names
from briefing.model.names import corrected
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
    return corrected(names, standing) if (standing := corrections(are_told=True)) else names


def corrections(*, are_told: bool) -> tuple[Correction, ...]:
    """Return what the user has corrected; what is wrong with the file is said on standard error where `are_told`."""
    places = user_places()
    if not places.corrections.exists():
        return ()
    from briefing.marks.corrections import CorrectionStore

    try:
        kept = CorrectionStore(places.config).load()
    except BriefingError as error:
        if are_told:
            say_error(error)
        return ()
    for slip in kept.problems if are_told else ():
        say(str(slip))
    return kept.standing
