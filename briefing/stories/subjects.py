"""Subjects: what a share, a sum or a measure is of, in the article's own words: "inflation", "highest level", "bail"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from briefing.model import Analysis, Figure, Role, Span
from briefing.stories.amounts import SCALES

_WITH: Final = (
    r"(?:(?:highest|lowest|main|key|base|core|average|total|annual|minimum|maximum|economic|wage|interest|mortgage|"
    r"water|wind|housing|stock|current|official|youth|tax|growth|budget|trade|oil|gas|share|death|voter) ){0,2}"
)
_NOUNS: Final = (
    r"inflation|unemployment|rates?|growth|wages?|prices?|costs?|turnout|approval|target|share|stake|stocks?|"
    r"exchange|bonds|index|exports|imports|output|production|profits?|revenues?|sales|turnover|debts?|deficit|surplus|"
    r"budget|spending|tax|tariffs?|levels?|depth|height|length|width|magnitude|speed|winds?|temperatures?|rain|"
    r"rainfall|snow|visibility|distance|damage|loss|losses|bail|fine|aid|loan|mortgage|value|salary|salaries|pension|"
    r"investment|capacity|weight|peak|record|chance|probability|majority|margin|lead|starts|yields?|dividend|population"
)
MEASURED: Final = re.compile(rf"\b{_WITH}(?:{_NOUNS})\b", re.IGNORECASE)
"""A word for something that is measured, with what tells it from others of its kind."""
BEHIND_IT: Final = (
    (re.compile(r" (?:below|above|short of|higher than|lower than|more than|less than) the\b"), "difference"),
    (re.compile(r"[ -]deep\b"), "depth"),
    (re.compile(r"[ -](?:high|tall)\b"), "height"),
    (re.compile(r"[ -]long\b"), "length"),
    (re.compile(r"[ -]wide\b"), "width"),
)
"""What a length is of by what stands behind it."""
BEFORE_IT: Final = (
    (re.compile(r"\b(?:crested|peaked)\b"), "highest level"),
    (re.compile(r"\b(?:river|lake|reservoir|tide)\b[^,;]{0,60}\b(?:stood|fallen|fell|risen|rose)\b", re.IGNORECASE), "level"),
)  # fmt: skip
VERBS: Final = (
    (re.compile(r"\b(?:pay|pays|paid|promised?|offered|compensation)\b"), "payment"),
    (re.compile(r"\b(?:cost|costs|costing)\b"), "cost"),
    (re.compile(r"\bworth\b"), "value"),
    (re.compile(r"\bow(?:es?|ed)\b"), "debt"),
)
"""What a sum is by the verb of its sentence, where no noun tells."""
LATE: Final = re.compile(r" (?:late|behind schedule)\b")
KINDS: Final = {
    "minute": "duration",
    "metre": "distance",
    "kilogram": "weight",
    "square metre": "area",
    "percentage point": "step",
    "degree": "temperature",
    "litre": "volume",
    "night": "duration",
    "month": "duration",
    "year": "duration",
    "decade": "duration",
    "century": "duration",
}
"""What is measured by a unit, where nothing else tells."""
OWN_NUMBER: Final = re.compile(r" of (?:about |some |nearly )?[\d£$€]")
"""Behind a word for what is measured: it is that of another number, "its target of 2 percent"."""
BEHIND: Final = 60
"""Characters behind a number in which the word for it may stand."""


def subject(analysis: Analysis, figure: Figure) -> str:
    """Return what a share, a sum or a measure is of, in lower case: the nearest word for it before the number.

    Else that behind it, that at the beginning of the sentence before, the verb's, or the kind of the unit; empty where
    none tells.
    """
    text = analysis.article.text
    place = bisect_right(analysis.sentences, figure.span.start, key=lambda one: one.start) - 1
    sentence = analysis.sentences[place] if place >= 0 else Span(0, len(text))
    before, behind = text[sentence.start : figure.span.start], text[figure.span.end : sentence.end][:BEHIND]
    kind = _kind(figure)
    if kind == "duration":
        return "delay" if LATE.match(behind) else kind
    if kind == "distance":
        for pattern, what in BEHIND_IT:
            if pattern.match(behind):
                return what
        for pattern, what in BEFORE_IT:
            if pattern.search(before):
                return what
    if found := [*MEASURED.finditer(before)]:
        return _plain(found[-1][0])
    for one in MEASURED.finditer(behind):
        if not OWN_NUMBER.match(behind, one.end()):
            return _plain(one[0])
    earlier = analysis.sentences[place - 1] if place > 0 else None
    if earlier and figure.role is Role.PERCENT and (first := MEASURED.search(text, earlier.start, earlier.end)):
        return _plain(first[0])
    for pattern, what in VERBS if figure.role is Role.MONEY else ():
        if pattern.search(before + behind):
            return what
    return kind


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _kind(figure: Figure) -> str:
    """Return the kind of what a unit measures; "share" and "sum" for those of percentages and money."""
    if figure.role is Role.MONEY:
        return "sum"
    if figure.unit is None or figure.unit == "percent":
        return "share"
    unit, _, per = figure.unit.partition(" per ")
    measured = SCALES[unit][0] if unit in SCALES else unit
    if per:
        return "speed" if measured == "metre" else ""
    return KINDS.get(unit) or KINDS.get(measured, "")
