"""Moving about the story screen: between its tabs, its lines, its columns; and laying it out for a size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.model import Analysis
from briefing.reading.story import beside
from briefing.reading.story.laying import Fact, Target, Told
from briefing.reading.story.reports import reports
from briefing.reading.story.table import columns
from briefing.reading.story.tabs import BESIDE, BY_NAME, TABS
from briefing.reading.story.view import Spot, StoryView
from briefing.stories import Group, Story
from briefing.stories.news import News


def gathered(view: StoryView, group: Group, stage: str) -> StoryView:
    """Return the view with the reports of the story, which are to be compared; one that is told anew stays so long."""
    if view.story is not None:
        return staged(view, stage)
    return laid(replace(view, group=group, reports=reports(group), story=None, stage=stage, beside=None))


def told(view: StoryView, group: Group, story: Story, *, news: News | None = None) -> StoryView:
    """Return the view with what came out of comparing; the cursor goes to the words that were asked for."""
    analyses: Mapping[str, Analysis] = MappingProxyType({one.article.id: one for one in story.analyses})
    there = replace(
        view, group=group, reports=reports(group), story=story, news=news, analyses=analyses, stage="", beside=None
    )
    own = columns(there)
    column = own.index(view.wish.row.id) if view.wish.row.id in own else 0
    there = laid(replace(there, column=column))
    if there.tab == BESIDE:
        there = beside.begun(there)
    return _at_words(there)


def staged(view: StoryView, stage: str) -> StoryView:
    """Return the view with what is being done for it."""
    return view if stage == view.stage else laid(replace(view, stage=stage))


def laid(view: StoryView) -> StoryView:
    """Return the view with the lines of its tab laid anew, the cursor on the same target where it is still there."""
    target = view.target
    there = replace(view, laid=BY_NAME[view.tab].laid(view))
    return in_view(replace(there, cursor=_place(there, target)))


def sized(view: StoryView, *, width: int, height: int) -> StoryView:
    """Return the view for a screen of another size."""
    width, height = max(width, 8), max(height, 1)
    if (width, height) == (view.width, view.height):
        return view
    there = replace(view, width=width, height=height)
    return beside.resized(laid(there) if width != view.width else in_view(there))


def on_tab(view: StoryView, name: str) -> StoryView:
    """Return the view on another tab, the cursor where it was there."""
    if name == view.tab:
        return view
    spots = MappingProxyType({**view.spots, view.tab: Spot(view.cursor, view.top)})
    spot = spots.get(name, Spot())
    there = replace(view, tab=name, spots=spots, cursor=spot.cursor, top=spot.top)
    there = replace(there, laid=BY_NAME[name].laid(there))
    there = in_view(replace(there, cursor=max(0, min(there.cursor, len(there.laid.targets) - 1))))
    return beside.begun(there) if name == BESIDE else there


def next_tab(view: StoryView, by: int) -> StoryView:
    """Return the view `by` tabs further on, round the ends."""
    names = [tab.name for tab in TABS]
    return on_tab(view, names[(names.index(view.tab) + by) % len(names)])


def moved(view: StoryView, by: int) -> StoryView:
    """Return the view with the cursor `by` targets further down, or up; where there is none, the lines are scrolled."""
    last = len(view.laid.targets) - 1
    cursor = max(0, min(view.cursor + by, last))
    if cursor != view.cursor:
        return in_view(replace(view, cursor=cursor))
    return scrolled(view, by)


def scrolled(view: StoryView, by: int) -> StoryView:
    """Return the view `by` lines further down, or up, the cursor where it is."""
    top = max(0, min(view.top + by, len(view.laid.lines) - view.room))
    return view if top == view.top else replace(view, top=top)


def paged(view: StoryView, lines: int) -> StoryView:
    """Return the view with the cursor on the first target about `lines` lines further down, or up."""
    here = _lines_of(view, view.cursor)
    goal = (here[0] if here else view.top) + lines
    targets = [(number, line.target) for number, line in enumerate(view.laid.lines) if line.target is not None]
    beyond = [target for number, target in targets if (number >= goal if lines > 0 else number <= goal)]
    if not beyond:
        return ended(view, last=lines > 0)
    chosen = beyond[0] if lines > 0 else beyond[-1]
    return in_view(replace(view, cursor=chosen, top=max(0, min(view.top + lines, len(view.laid.lines) - view.room))))


def ended(view: StoryView, *, last: bool) -> StoryView:
    """Return the view with the cursor on the last target, or the first, and the lines beyond it in view."""
    cursor = len(view.laid.targets) - 1 if last else 0
    there = in_view(replace(view, cursor=max(0, cursor)))
    return scrolled(there, len(view.laid.lines) if last else -len(view.laid.lines))


def sideways(view: StoryView, by: int) -> StoryView:
    """Return the view with the cursor in the column of another report."""
    column = max(0, min(view.column + by, len(columns(view)) - 1))
    return view if column == view.column else laid(replace(view, column=column))


def folding(view: StoryView, target: Target) -> StoryView:
    """Return the view with the grounds of a line shown, or folded away again."""
    return laid(replace(view, unfolded=view.unfolded ^ {target}))


def in_view(view: StoryView) -> StoryView:
    """Return the view scrolled as little as shows the target under the cursor, its heading too where it is the first."""
    own = _lines_of(view, view.cursor)
    most = max(0, len(view.laid.lines) - view.room)
    if not own:
        return replace(view, top=min(view.top, most))
    first, last = own[0], own[-1]
    while first > 0 and view.laid.lines[first - 1].target is None:
        first -= 1
    top = min(
        max(view.top, min(last, own[0] + view.room - 1) - view.room + 1), first if last - first < view.room else own[0]
    )
    top = max(0, min(top, most))
    return view if top == view.top else replace(view, top=top)


def _lines_of(view: StoryView, target: int) -> list[int]:
    return [number for number, line in enumerate(view.laid.lines) if line.target == target]


def _place(view: StoryView, target: Target | None) -> int:
    """Return the number of `target` among those laid; the nearest to where the cursor is if it is gone."""
    if target in view.laid.targets:
        return view.laid.targets.index(target)
    return max(0, min(view.cursor, len(view.laid.targets) - 1))


def _at_words(view: StoryView) -> StoryView:
    """Return the view with the cursor on the line that holds the words the story was opened from."""
    words, article = view.wish.words, view.wish.row.id
    if words is None or view.story is None:
        return view
    wanted: list[Target] = [
        Fact(number)
        for number, line in enumerate(view.story.compare)
        if any(value.article == article and value.span.overlaps(words) for value in line.values)
    ]
    wanted += [
        Told(number)
        for number, line in enumerate(view.story.timeline)
        if any(value.article == article and value.span.overlaps(words) for value in line.values)
    ]
    for target in wanted:
        if target in view.laid.targets:
            return in_view(replace(view, cursor=view.laid.targets.index(target)))
    return view
