"""Two versions of one thing made one: the newer revision wins, the other stays in its history."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefing.export.notes_jsonl import version_of
from briefing.model import Correction, Mark

Versioned = TypeVar("Versioned", Mark, Correction)


def merged(one: Mark, other: Mark) -> Mark:
    """Return the newer revision of a mark with all other versions in its history, as `newest` has it."""
    if one is other or one == other:
        return one
    if version_of(one) == version_of(other) and one.history == other.history:
        return one if one.anchor and one.anchor.text is not None else other
    return newest(one, other, version_of)


def newest(one: Versioned, other: Versioned, version_of: Callable[[Versioned], str]) -> Versioned:
    """Return the newer revision with all other versions, by `version_of`, in its history, none twice, oldest first.

    Of equal revisions the one whose text sorts last wins: whoever merges, in whatever order, gets the same.
    Clocks are not asked.
    """
    first, second = version_of(one), version_of(other)
    newer = max((one.revision, first, one), (other.revision, second, other), key=lambda version: version[:2])
    versions = {first, second, *one.history, *other.history} - {newer[1]}
    return replace(newer[2], history=tuple(sorted(versions, key=_age)))


def _age(version: str) -> tuple[int, str]:
    value = json.loads(version)
    revision = value.get("revision") if isinstance(value, dict) else 0
    return revision if isinstance(revision, int) else 0, version
