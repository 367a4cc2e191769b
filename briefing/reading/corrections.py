"""All corrections of the user, by what they are about, and what they and the user's list say of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final

from briefing.model import NO_NAMES, Correction, Names
from briefing.model.corrections import Subject
from briefing.model.names import corrected
from briefing.values import dataclass

_NOTHING: Final[Mapping[Subject, Correction]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections, those taken back too."""

    by_subject: Mapping[Subject, Correction] = field(default_factory=lambda: _NOTHING)
    listed: Names = NO_NAMES
    """What the user's own list says."""
    names: Names = NO_NAMES
    """What the list and the corrections say together: what recognisers go by."""

    def standing(self) -> tuple[Correction, ...]:
        """Return those that are not taken back, by what they are about."""
        return tuple(one for _, one in sorted(self.by_subject.items()) if not one.deleted)


def with_corrections(there: Corrections, corrections: Iterable[Correction]) -> Corrections:
    """Return the corrections with these in place of what was said before about the same."""
    by_subject = {**there.by_subject, **{one.subject: one for one in corrections}}
    return _told(there.listed, by_subject)


def with_list(there: Corrections, listed: Names) -> Corrections:
    """Return the corrections over another list of names."""
    return _told(listed, there.by_subject)


def _told(listed: Names, by_subject: Mapping[Subject, Correction]) -> Corrections:
    names = corrected(listed, (one for _, one in sorted(by_subject.items())))
    return Corrections(MappingProxyType(dict(by_subject)), listed, names)
