"""Key facts: what a reader must know of an article, in order, each with the phrase that shows it."""

from briefing.facts.choice import key_facts
from briefing.facts.sections import group, sections
from briefing.model import Line, Section

__all__ = ["Line", "Section", "group", "key_facts", "sections"]
