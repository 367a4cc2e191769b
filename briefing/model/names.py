"""Names: what the user's own list and corrections say of names, handed to whatever looks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from briefing.model.corrections import Correction, CorrectionKind, pairs
from briefing.model.findings import EntityType


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names beforehand; each part sorted, a name with single spaces and as it is written.

    Build it from a list with `Names(...)`, and lay corrections over it with `corrected`.
    """

    typed: tuple[tuple[str, EntityType], ...] = ()
    """Names that are to be found, with their types."""
    none: tuple[tuple[str, EntityType | None], ...] = ()
    """Words that are no name; with a type, no name of that type."""
    one: tuple[tuple[str, str], ...] = ()
    """Pairs of names of one thing."""
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of names of two things, however alike they look."""
    fingerprint: str = field(init=False, compare=False)
    """The same for the same names, in any run of any version; empty where nothing is known."""

    def __post_init__(self) -> None:
        parts = (self.typed, self.none, self.one, self.parted)
        told = "\n".join("\t".join(map(str, (part, *entry))) for part, entries in enumerate(parts) for entry in entries)
        key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16] if told else ""
        object.__setattr__(self, "fingerprint", key)

    def __hash__(self) -> int:
        # Thousands of names are looked up under this value for each article.
        return hash(self.fingerprint)


NO_NAMES = Names()


def corrected(names: Names, corrections: Iterable[Correction]) -> Names:
    """Return `names` with the standing corrections laid over them: what was corrected wins over what is listed."""
    standing = [one for one in corrections if not one.deleted]
    typed, none = dict(names.typed), dict(names.none)
    for one in standing:
        name = one.about[0]
        if one.kind is CorrectionKind.TYPE and one.type is not None:
            typed[name] = one.type
            none.pop(name, None)
        elif one.kind is CorrectionKind.NO_NAME:
            none[name] = one.type
            if one.type in (None, typed.get(name)):
                typed.pop(name, None)
    joined = set(pairs(standing, CorrectionKind.ONE_NAME))
    parted = set(pairs(standing, CorrectionKind.NOT_ONE_NAME))
    listed = {_pair(pair) for pair in names.one} - parted
    apart = {_pair(pair) for pair in names.parted} - joined
    found = Names(
        tuple(sorted(typed.items())),
        tuple(sorted(none.items(), key=lambda item: (item[0], item[1] or ""))),
        tuple(sorted(listed | joined)),
        tuple(sorted(apart | parted)),
    )
    return names if found == names else found


def _pair(pair: tuple[str, str]) -> tuple[str, str]:
    return (pair[0], pair[1]) if pair[0] <= pair[1] else (pair[1], pair[0])
