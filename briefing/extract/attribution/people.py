"""From the words that name a source to the entity that it is."""

from __future__ import annotations

from briefing.model import Entity, MentionForm, Source, Span


class Sources:
    """Finds the entity behind a source's words, by the mentions that lie in them."""

    __slots__ = ("_mentions",)

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._mentions = sorted(
            (mention.span.start, mention.span.end, mention.form is not MentionForm.NAME, entity.id)
            for entity in entities
            for mention in entity.mentions
        )

    def source(self, span: Span) -> Source:
        """Return the source that `span` names, its entity where one mention in it stands for the whole."""
        return Source(span, self._entity(span))

    def _entity(self, span: Span) -> str | None:
        within = [one for one in self._mentions if span.start <= one[0] and one[1] <= span.end]
        if not within:
            return None
        return max(within, key=lambda one: (one[1], one[1] - one[0]))[3]


def sources(entities: tuple[Entity, ...]) -> Sources:
    """Return the finder for an article's entities."""
    return Sources(entities)
