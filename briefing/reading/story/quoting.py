"""What is under the cursor of the story screen as words to be pasted: a sentence, a fact with who says what, a report."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.reading.citing import citation
from briefing.reading.rows import day_words
from briefing.reading.story.evidence import sentence_of, told
from briefing.reading.story.laying import Fact, Name, Report, Target, Told, Words
from briefing.reading.story.reports import days
from briefing.reading.story.view import StoryView
from briefing.stories import Value


def quoted(view: StoryView) -> str:
    """Return the words; empty where the line leads to nothing that can be quoted."""
    if view.beside:
        page = view.beside.pages[view.beside.side]
        return _words(view, Words(page.article.id, page.lit)) if page.lit and view.tab == "beside" else _of(view)
    return _of(view)


def _of(view: StoryView) -> str:
    target: Target | None = view.target
    if view.reports is None or view.story is None or target is None:
        return ""
    match target:
        case Words():
            return _words(view, target)
        case Fact():
            line = view.story.compare[target.number]
            return f"{line.slot}: {_values(view, line.values)} ({line.why})"
        case Told():
            moment = view.story.timeline[target.number]
            when = days(moment.first, moment.last) if moment.first else "undated"
            return f"{when}: {_values(view, moment.values)}"
        case Report():
            article = view.reports.article(target.article)
            known = (article.source, day_words(article.day), article.url) if article else ()
            return f"“{article.title}” ({', '.join(part for part in known if part)})" if article else ""
        case Name():
            return target.name
    return ""


def _words(view: StoryView, words: Words) -> str:
    analysis = view.analyses.get(words.article)
    return citation(analysis.article, sentence_of(analysis, words.span)) if analysis else ""


def _values(view: StoryView, values: Iterable[Value]) -> str:
    names = view.reports
    said = (f"{told(value, view)} ({names.name(value.article) if names else ''})" for value in values)
    return "; ".join(said).replace("\u00a0", " ")
