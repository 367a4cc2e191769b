"""A number on its way to a figure: what the rules have found out about it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from briefing.extract.figures.change import NO_CHANGE, Changed
from briefing.extract.figures.units import Unit
from briefing.model import Comparison, Role


@dataclass(slots=True)
class Reading:
    """One number, from `first` up to `last`, with its unit; tokens by number."""

    first: int
    last: int
    value: Decimal | None
    unit: Unit
    high: Decimal | None = None
    spelled: bool = False
    fraction: bool = False
    scale: Decimal = Decimal(1)
    vague: bool = False
    comparison: Comparison = Comparison.EQUAL
    outer_first: int = 0
    """The first token with its qualifier."""
    outer_last: int = 0
    counted: tuple[int, int] | None = None
    borrowed: bool = False
    """Whether what is counted stands with an earlier figure."""
    change: Changed = NO_CHANGE
    role: Role = Role.COUNT
    age: bool = False
    whole: Reading | None = field(default=None, repr=False)
    """The figure that this one is a part of."""

    @property
    def is_count(self) -> bool:
        """Return whether it counts things, and does not measure them."""
        return self.unit.name is None and not self.fraction and not self.age
