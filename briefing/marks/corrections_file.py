"""The file of corrections: one a line, sorted by what they are about, and a last line.

    {"about": ["CENTCOM", "US Central Command"], "kind": "one-name", "revision": 1, ..., "~": "..."}
    {"form": 1, "last": true, "~": "..."}                 what is missing after a cut is seen by this

A line may be written by hand: kind and about are enough, and for some kinds type or words. A line that is not
understood, because a newer program has written it, stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from briefing.export.notes_shape import FORM, NoMarkError, Object, line_of
from briefing.marks import lines
from briefing.marks.article_file import Problem
from briefing.marks.lines import State
from briefing.marks.merging import newest
from briefing.model import Correction, CorrectionKind, EntityType
from briefing.model.corrections import Subject, subjects

FILE: Final = "corrections.jsonl"

_LAST: Final = lines.written({"form": FORM, "last": True})
_KINDS: Final = {kind.value: kind for kind in CorrectionKind}
_TYPES: Final = {kind.value: kind for kind in EntityType}
_KNOWN: Final = frozenset(
    ("about", "changed", "created", "deleted", "history", "kind", "revision", "type", "version", "words")
)
_EDITABLE: Final = frozenset(("type", "words", "deleted"))
"""What a person would change by hand; a bit that is wrong elsewhere was no person."""


@dataclass(slots=True)
class CorrectionsFile:
    """What the file holds."""

    corrections: dict[Subject, Correction] = field(default_factory=dict)
    others: dict[bytes, None] = field(default_factory=dict)
    """Lines that are not understood, without their line ends."""
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    """False where something is missing or could not be read, so that the file must be set aside before it is replaced."""

    def add(self, correction: Correction) -> Correction:
        """Return the correction as it stands now, merged with the version that was there."""
        there = self.corrections.get(correction.subject)
        now = correction if there is None else merged(there, correction)
        self.corrections[correction.subject] = now
        return now

    def content(self) -> bytes:
        """Return the bytes of the file."""
        parts = [lines.written(as_object(one)) for _, one in sorted(self.corrections.items())]
        return b"".join((*parts, *(line + b"\n" for line in sorted(self.others)), _LAST))


def parsed(content: bytes | None, before: bytes | None = None) -> CorrectionsFile:
    """Return what `content` holds; what can't be read there is taken from the generation `before`, if it is there."""
    if content is None:
        return CorrectionsFile()
    found = _parsed(content)
    if not found.is_whole and before is not None:
        _fill(found, _parsed(before))
    return found


def merged(one: Correction, other: Correction) -> Correction:
    """Return the newer revision of a correction with all other versions in its history, as `newest` has it."""
    return one if one == other else newest(one, other, version_of)


def version_of(correction: Correction) -> str:
    """Return what the history keeps of a correction: its JSON text without the history."""
    value = as_object(correction)
    del value["history"]
    return line_of(value)


def as_object(correction: Correction) -> Object:
    """Return the correction as what JSON can hold."""
    return {
        "about": list(correction.about),
        "changed": correction.changed,
        "created": correction.created,
        "deleted": correction.deleted,
        "history": [json.loads(version) for version in correction.history],
        "kind": correction.kind.value,
        "revision": correction.revision,
        "type": None if correction.type is None else correction.type.value,
        "version": FORM,
        "words": correction.words,
        **{name: json.loads(text) for name, text in correction.more},
    }


def correction_of(value: Object) -> Correction:
    """Return the correction that `value` describes. Raises `NoMarkError` with the reason."""
    kind = _KINDS.get(str(value.get("kind")))
    if kind is None:
        raise NoMarkError(f"its kind is none of {', '.join(_KINDS)}")
    if value.get("version", FORM) != FORM:
        raise NoMarkError("a newer briefing may have written it")
    about, history = value.get("about"), value.get("history", [])
    names = [part for part in about if isinstance(part, str)] if isinstance(about, list) else []
    versions = [version for version in history if isinstance(version, dict)] if isinstance(history, list) else []
    named, revision = value.get("type"), value.get("revision", 1)
    if named is not None and str(named) not in _TYPES:
        raise NoMarkError(f"its type is none of {', '.join(_TYPES)}")
    if not isinstance(revision, int) or isinstance(revision, bool) or revision < 1:
        raise NoMarkError('"revision" should be a whole number from 1')
    try:
        return Correction(
            kind,
            subjects(kind, names),
            _text(value, "created"),
            _text(value, "changed"),
            revision,
            None if named is None else _TYPES[str(named)],
            _text(value, "words") or None,
            value.get("deleted", False) is True,
            tuple(map(line_of, versions)),
            tuple((name, json.dumps(item, sort_keys=True)) for name, item in value.items() if name not in _KNOWN),
        )
    except ValueError as error:
        raise NoMarkError(str(error)) from None
    except RecursionError:
        raise NoMarkError("it is nested too deeply") from None


def _text(value: Mapping[str, object], name: str) -> str:
    text = value.get(name)
    return text if isinstance(text, str) else ""


def _parsed(content: bytes) -> CorrectionsFile:
    found = CorrectionsFile()
    is_ended = False
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line == _LAST[:-1]:
            is_ended = True
        elif line.strip():
            is_ended = _read_line(found, number, line) or is_ended
    if not is_ended:
        found.is_whole = False
        found.problems.append(Problem(FILE, None, "its end is missing" if content else "it is empty"))
    return found


def _read_line(found: CorrectionsFile, number: int, line: bytes) -> bool:
    """Take in what stands on `line`, and return whether it is the last one."""
    read = lines.read(line)
    if read.value is None:
        found.is_whole = False
        found.problems.append(Problem(FILE, number, f"it can't be read: {read.reason}"))
        return False
    value = read.value
    if read.mended is not None and read.state is State.CHANGED and not _is_by_hand(value, read.mended):
        value, read = read.mended, lines.Line(State.MENDED, read.mended)
    if value.get("last") is True and "kind" not in value:
        return True
    try:
        found.add(correction_of(value))
    except NoMarkError as error:
        # What a newer program has written is nothing to complain about; a slip of a hand is.
        found.others[line] = None
        if value.get("kind") in _KINDS or read.state is not State.WHOLE:
            found.problems.append(Problem(FILE, number, f"it is kept, but not applied: {error}", costs=False))
        return False
    if read.state is State.MENDED:
        found.problems.append(Problem(FILE, number, "a bit of it was wrong and has been mended", costs=False))
    elif read.state is State.CHANGED and b'"~"' in line:
        reason = "it was changed outside the program, and is taken as it stands"
        found.problems.append(Problem(FILE, number, reason, costs=False))
    return False


def _is_by_hand(value: Object, mended: Object) -> bool:
    return {key for key in value.keys() | mended.keys() if value.get(key) != mended.get(key)} <= _EDITABLE


def _fill(found: CorrectionsFile, before: CorrectionsFile) -> None:
    """Take from the generation before what is not there now; nothing is ever taken out of the file."""
    missing = [one for subject, one in before.corrections.items() if subject not in found.corrections]
    for correction in missing:
        found.add(correction)
    others = [line for line in before.others if line not in found.others]
    found.others |= dict.fromkeys(others)
    if missing or others:
        reason = f"{len(missing) + len(others)} taken from the generation before"
        found.problems.append(Problem(FILE, None, reason, costs=False))
