"""Parts of the panel as they are found, before their lines compete for room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.facts import sections
from briefing.facts.card import event_card
from briefing.facts.ground import ground
from briefing.facts.numbers import numbers
from briefing.facts.setting import setting
from briefing.model import Article
from briefing.pipeline import analyse

FIGURES = ("HURT", "COST", "FIGURES")


def card_lines(text: str, heading: str, published: date | None = None) -> list[str]:
    """Return the labels of the event card of an article under `heading`; its first paragraph is the headline where it has two."""
    return _lines(text, (heading,), published)


def figure_lines(text: str) -> list[str]:
    """Return the labels of the figures of an article that could have a line."""
    return _lines(text, FIGURES, None)


def _lines(text: str, headings: tuple[str, ...], published: date | None) -> list[str]:
    end = text.find("\n\n")
    found = analyse(Article("a", "a.txt", "", text, end if end > 0 else None, published=published))
    on = ground(found)
    card = event_card(found, on)
    card = (*card, *setting(found, on, card))
    beside = numbers(found, on, {ref for fact in card for ref in fact.refs})
    shown = sections(replace(found, key_facts=(*card, *beside)))
    return [line.label for part in shown if part.heading in headings for line in part.lines]
