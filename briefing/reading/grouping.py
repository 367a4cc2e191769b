"""The stories of the whole list: which of its articles tell of one event, and which are one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.reading.table import Table
from briefing.values import dataclass

if TYPE_CHECKING:
    from briefing.stories import Choices, Group


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """The stories of several reports, the newest first."""

    titles: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()
    """How many reports each has."""
    story: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The number of its story, by article id; articles that stand alone have none."""
    reprints: frozenset[str] = frozenset()
    """Ids of articles that carry the text of another one of their story again."""
    table: Table | None = None
    """The rows that were grouped; None before that was done."""
    choices: Choices | None = None
    """What the user had joined and parted then."""
    stage: str = "not compared yet"
    """How far it is, while it is being done."""

    def heading(self, number: int) -> str:
        """Return what stands above the reports of a story; of the number behind the last, above all other articles."""
        if number < len(self.titles):
            return f"({self.sizes[number]}) {self.titles[number]}"
        return "told by one report" if self.table is not None else self.stage

    def members(self, article: str) -> frozenset[str]:
        """Return the ids of the articles of the same story, that of the article among them."""
        number = self.story.get(article)
        return frozenset({article, *(name for name, other in self.story.items() if other == number is not None)})


NO_GROUPING = Grouping()


def grouping(groups: Iterable[Group], table: Table, choices: Choices) -> Grouping:
    """Return the stories of the rows of `table`; `choices` is what was joined and parted."""
    several = [group for group in groups if len(group.articles) > 1]
    return Grouping(
        tuple(group.title for group in several),
        tuple(len(group.articles) for group in several),
        MappingProxyType({article.id: number for number, group in enumerate(several) for article in group.articles}),
        frozenset(name for group in several for names in group.reprints for name in names[1:]),
        table,
        choices,
        "",
    )
