"""Stories: articles on the same event, their names joined, their facts compared, their days in order.

Everything here is pure: analyses in, values out.
"""

from briefing.stories.choices import NO_CHOICES, Choices, choices_of
from briefing.stories.group import Group, grouped, with_added
from briefing.stories.making import stories, story, told
from briefing.stories.sketches import Sketch, sketch
from briefing.stories.story import Alias, Comparison, Moment, Relation, Story, Value

__all__ = [
    "NO_CHOICES",
    "Alias",
    "Choices",
    "Comparison",
    "Group",
    "Moment",
    "Relation",
    "Sketch",
    "Story",
    "Value",
    "choices_of",
    "grouped",
    "sketch",
    "stories",
    "story",
    "told",
    "with_added",
]
