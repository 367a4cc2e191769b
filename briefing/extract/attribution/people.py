"""From the words that name a source to the entity that it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.attribution.found import Attribution
from briefing.extract.attribution.hearing import heard
from briefing.extract.attribution.lexicon import persons, spaced
from briefing.model import Entity, EntityType, MentionForm, Source, Span

_TAIL: Final = re.compile(r"\s*[,(]|\s(?:of|for|from|in|at|on|with|to|who|which|and)\s|['’]s?$")
_SITED: Final = re.compile(r"[Tt]he [^,]{2,40}, [^,]{2,20}, ")
"""A firm by its seat: "the Rockford, Ill., maker"."""
_LEADING: Final = re.compile(r"(?:the|a|an|his|her|their|its|this|that)\s+", re.IGNORECASE)
_DOCUMENTS: Final = spaced("statement communique communiqué release")
"""What speaks for whoever was last heard: "the statement said"."""
MAX_AWAY: Final = 1200
"""The characters over which "the statement" still is that of whoever was last heard."""
_MAX_MENTIONS: Final = 40
_RELATIVES: Final = spaced("who which that")
_LONGEST_NAME: Final = 80
_PLACES: Final = (EntityType.GPE, EntityType.LOC, EntityType.FAC)
_SEVERAL: Final = ("s", "police", "people", "men", "women", "staff")
_TO: Final = re.compile(r"\baccording\sto\s$", re.IGNORECASE)
_CLOSES: Final = (",", ".", "")


class Sources:
    """Finds the entity behind a source's words, by the mention that holds their head."""

    __slots__ = ("_heard", "_known", "_mentions", "_names", "_people", "_places", "_said", "_starts", "_text")

    def __init__(self, text: str, entities: tuple[Entity, ...], said: Sequence[Attribution]) -> None:
        self._text = text
        self._mentions = sorted(
            (mention.span.start, mention.span.end, mention.form is MentionForm.NAME, entity.id)
            for entity in entities
            for mention in entity.mentions
        )
        self._places = frozenset(entity.id for entity in entities if entity.type in _PLACES)
        self._people = frozenset(entity.id for entity in entities if entity.type is EntityType.PERSON)
        self._names = {entity.id: entity.name.lower() for entity in entities}
        self._starts = [mention[0] for mention in self._mentions]
        self._said = [one for one in said if one.source is not None]
        self._known: dict[Span, str | None] = {}
        self._heard = heard(text, entities, self._said, self._named)

    def source(self, span: Span) -> Source:
        """Return the source that `span` names, its entity where a mention in it stands for the whole.

        "two US officials" are not the US; "the statement" is whoever was last heard.
        """
        entity = (self._heard[span] or None) if span in self._heard else self._named(span)
        if entity is None and self._head(span).of(self._text).lower() in _DOCUMENTS:
            entity = self._last_heard(span)
        return Source(span, entity)

    def _named(self, span: Span) -> str | None:
        if span not in self._known:
            self._known[span] = self._entity(span) or self._antecedent(span) or self._apposed(span)
        return self._known[span]

    def _head(self, span: Span) -> Span:
        """Return the last word of the phrase before what hangs on it."""
        words = span.of(self._text)
        sited = _SITED.match(words)
        tail = _TAIL.search(words, sited.end() if sited else 1)
        phrase = words[: tail.start()] if tail else words
        return Span(span.start + phrase.rfind(" ") + 1, span.start + len(phrase))

    def _entity(self, span: Span) -> str | None:
        low = bisect_left(self._starts, span.start)
        high = min(bisect_right(self._starts, span.end), low + _MAX_MENTIONS)
        within = [one for one in self._mentions[low:high] if one[1] <= span.end]
        if not within:
            return None
        leading = _LEADING.match(self._text, span.start, span.end)
        start = leading.end() if leading else span.start
        head = self._head(span)
        whole = [one for one in within if one[0] <= start and one[1] == span.end]
        holding = [one for one in within if one[0] <= head.start and head.end <= one[1]]
        best = max(whole or holding, key=lambda one: (one[1] - one[0], one[2]), default=None)
        return None if best is None or (leading is None and self._stands_alone(best)) else best[3]

    def _antecedent(self, span: Span) -> str | None:
        """Return the entity that "who" stands for, where its name stands right before."""
        if span.of(self._text).lower() not in _RELATIVES:
            return None
        end = span.start
        while end > 0 and self._text[end - 1] in " ,":
            end -= 1
        low = bisect_left(self._starts, end - _LONGEST_NAME)
        high = bisect_left(self._starts, end)
        found = next((one[3] for one in reversed(self._mentions[low:high]) if one[1] == end), None)
        # "an official in Nairobi, who said": not the town.
        return None if found in self._places else found

    def _apposed(self, span: Span) -> str | None:
        """Return the person whose name stands behind the words for an office: "the union's leader, Ola Berg, said"."""
        head = self._head(span).of(self._text).lower()
        if not self._text.startswith(", ", span.end) or head not in persons() or head.endswith(_SEVERAL):
            return None
        if _TO.search(self._text, max(0, span.start - 16), span.start):
            # "According to the coach, Ola Berg left": Berg may be another.
            return None
        start = span.end + 2
        place = bisect_left(self._starts, start)
        for first, end, is_name, entity in self._mentions[place : place + 3]:
            if first == start and is_name and entity in self._people and self._text[end : end + 1] in _CLOSES:
                return entity
        return None

    def _stands_alone(self, mention: tuple[int, int, bool, str]) -> bool:
        """Return whether a mention without an article names something else: "US forces" are not the US military."""
        start, end, is_name, entity = mention
        words = self._text[start:end].split()
        named = any(word[0].isupper() for word in words) and len(words) > 1
        return (
            not is_name
            and named
            and _LEADING.match(words[0] + " ") is None
            and words[-1].lower() not in self._names[entity]
        )

    def _last_heard(self, span: Span) -> str | None:
        place = bisect_left(self._said, span.start, key=lambda one: one.cue.start)
        for one in reversed(self._said[max(0, place - 6) : place]):
            if one.source is None or one.source.start >= span.start or span.start - one.source.end > MAX_AWAY:
                continue
            entity = self._entity(one.source)
            if entity is not None:
                return entity
            if self._head(one.source).of(self._text).lower() not in _DOCUMENTS:
                return None
        return None


@lru_cache(maxsize=2)
def sources(text: str, entities: tuple[Entity, ...], said: tuple[Attribution, ...]) -> Sources:
    """Return the finder for an article's entities and attributions; kept for the next who asks about the article."""
    return Sources(text, entities, said)
