"""The steps on the story screen that need nothing but the state: action by action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from briefing.model import MentionForm
from briefing.reading.jumps import Place
from briefing.reading.opening import going
from briefing.reading.prompt import Prompt
from briefing.reading.seeking import STORY_SEARCH, past
from briefing.reading.state import Reading, noticed
from briefing.reading.story import beside, moving
from briefing.reading.story.finding import found
from briefing.reading.story.laying import Fact, Fold, Name, Report, Target, Told, Words
from briefing.reading.story.table import columns
from briefing.reading.story.tabs import BESIDE, TABS
from briefing.reading.story.view import StoryView
from briefing.stories import Value

StoryStep = Callable[[Reading, StoryView, int], Reading]
OVERLAP: Final = 2
"""Lines of the page before that stay in view when a page is turned."""


def _shown(reading: Reading, view: StoryView) -> Reading:
    return reading if view is reading.story else replace(reading, story=view)


def _lines(reading: Reading, view: StoryView, by: int) -> Reading:
    if view.tab == BESIDE:
        return _shown(reading, beside.at_fact(view, view.beside.number + by) if view.beside else view)
    return _shown(reading, moving.moved(view, by))


def _pages(reading: Reading, view: StoryView, times: int, *, part: int = 1) -> Reading:
    if view.tab == BESIDE and view.beside:
        height = view.beside.pages[view.beside.side].height
        return _shown(reading, beside.scrolled(view, times * max(1, (height - OVERLAP * (part == 1)) // part)))
    return _shown(reading, moving.paged(view, times * max(1, (view.room - OVERLAP * (part == 1)) // part)))


def _end(reading: Reading, view: StoryView, _: int, *, last: bool) -> Reading:
    if view.tab == BESIDE and view.beside:
        return _shown(reading, beside.at_fact(view, len(view.beside.facts) if last else 0))
    return _shown(reading, moving.ended(view, last=last))


def _sideways(reading: Reading, view: StoryView, by: int) -> Reading:
    if view.tab == BESIDE:
        there = view.beside and replace(view.beside, side=int(by > 0))
        return _shown(reading, view if there == view.beside else replace(view, beside=there))
    return _shown(reading, moving.sideways(view, by))


def _turned(reading: Reading, view: StoryView, by: int) -> Reading:
    """Change the report on one side of two, else go to the next report, or the one before, of the tab."""
    if view.tab == BESIDE:
        there = beside.turned(view, by)
        if there is view:
            return noticed(reading, "there is no other report to put here")
        return _shown(reading, there)
    return _shown(reading, moving.sideways(view, by))


def _tab(reading: Reading, view: StoryView, _: int, *, name: str) -> Reading:
    return _shown(reading, moving.on_tab(view, name))


def _next_tab(reading: Reading, view: StoryView, by: int) -> Reading:
    return _shown(reading, moving.next_tab(view, by))


def _open(reading: Reading, view: StoryView, _: int) -> Reading:
    """Show the grounds of a line; go to the words where they are shown, or where it has no others."""
    if view.tab == BESIDE:
        return _beside_words(reading, view)
    target = view.target
    match target:
        case Words():
            return going(reading, Place(target.article, target.span.start))
        case Report():
            return _to_report(reading, view, target.article)
        case Fold():
            return _shown(reading, moving.folding(view, target))
        case Name():
            return _to_name(reading, view, target)
        case Fact() | Told():
            return _grounds(reading, view, target)
    return reading


def _grounds(reading: Reading, view: StoryView, target: Fact | Told) -> Reading:
    """Show the sentences of a line, the cursor on that of its column; go to the words where they are shown already."""
    values = _values(view, target)
    own = columns(view)
    here = own[view.column] if view.column < len(own) else ""
    value = next((value for value in values if value.article == here), values[0] if values else None)
    if value is None:
        return reading
    if target in view.unfolded or (isinstance(target, Told) and len({one.article for one in values}) == 1):
        return going(reading, Place(value.article, value.span.start))
    there = moving.folding(view, target)
    first = there.cursor + 1
    below = there.laid.targets[first:]
    wanted = next((number for number, one in enumerate(below) if isinstance(one, Words) and one.article == here), 0)
    count = next((number for number, one in enumerate(below) if not isinstance(one, Words)), len(below))
    # The line itself stays in view above its sentences.
    there = moving.moved(there, count) if count else there
    return _shown(reading, moving.moved(there, wanted - count + 1 if wanted < count else 1 - count))


def _values(view: StoryView, target: Fact | Told) -> tuple[Value, ...]:
    if view.story is None:
        return ()
    if isinstance(target, Fact):
        return view.story.compare[target.number].values
    return view.story.timeline[target.number].values


def _to_report(reading: Reading, view: StoryView, article: str) -> Reading:
    """Open a report where it was left."""
    del view
    if reading.page and reading.page.article.id == article:
        return going(reading, Place(article, reading.page.at))
    there = going(reading, Place(article, 0))
    return replace(there, wanted=replace(there.wanted, at=None)) if there.wanted else there


def _to_name(reading: Reading, view: StoryView, name: Name) -> Reading:
    """Go to the first place where a name stands."""
    for article, analysis in view.analyses.items():
        for entity in analysis.entities:
            for mention in entity.mentions:
                words = " ".join(mention.span.of(analysis.article.text).split())
                if mention.form is MentionForm.NAME and words == name.name:
                    return going(reading, Place(article, mention.span.start))
    return noticed(reading, "the name stands only within a longer one")


def _beside_words(reading: Reading, view: StoryView) -> Reading:
    if view.beside is None:
        return reading
    page = view.beside.pages[view.beside.side]
    return going(reading, Place(page.article.id, page.lit.start if page.lit else 0))


def owner(view: StoryView) -> Target | None:
    """Return the line whose grounds the cursor stands in; None where it stands in none."""
    if not isinstance(view.target, Words):
        return None
    above = view.laid.targets[: view.cursor]
    return next((one for one in reversed(above) if isinstance(one, Fact | Told)), None)


def _leave(reading: Reading, view: StoryView, _: int) -> Reading:
    """Fold away the grounds that the cursor stands in, else go back to where the story was opened."""
    within = owner(view) or (view.target if view.target in view.unfolded else None)
    if within is None:
        return replace(reading, story=replace(view, is_open=False))
    place = view.laid.targets.index(within)
    return _shown(reading, moving.folding(replace(view, cursor=place), within))


def _cancel(reading: Reading, view: StoryView, count: int) -> Reading:
    """End, in this order: the typing, the grounds that are shown, the search."""
    if reading.prompt:
        return replace(reading, prompt=None)
    if owner(view) or view.target in view.unfolded:
        return _leave(reading, view, count)
    return _shown(reading, replace(view, search="")) if view.search else reading


def _search(reading: Reading, view: StoryView, _: int) -> Reading:
    return reading if view.tab == BESIDE else replace(reading, prompt=Prompt(STORY_SEARCH))


STORY_STEPS: Final[Mapping[str, StoryStep]] = {
    "down": _lines,
    "up": lambda reading, view, count: _lines(reading, view, -count),
    "page_down": _pages,
    "page_up": lambda reading, view, count: _pages(reading, view, -count),
    "half_down": partial(_pages, part=2),
    "half_up": lambda reading, view, count: _pages(reading, view, -count, part=2),
    "first": partial(_end, last=False),
    "last": partial(_end, last=True),
    "pane_left": lambda reading, view, count: _sideways(reading, view, -count),
    "pane_right": _sideways,
    "next_article": _turned,
    "previous_article": lambda reading, view, count: _turned(reading, view, -count),
    "open": _open,
    "leave": _leave,
    "cancel": _cancel,
    "search": _search,
    "next_match": found,
    "previous_match": lambda reading, view, count: found(reading, view, -count),
    "back": lambda reading, _, count: past(reading, count, forth=False),
    "forward": lambda reading, _, count: past(reading, count, forth=True),
    "story_next": _next_tab,
    "story_previous": lambda reading, view, count: _next_tab(reading, view, -count),
    **{f"story_{tab.name}": partial(_tab, name=tab.name) for tab in TABS},
}
"""What each action does on the story screen."""
