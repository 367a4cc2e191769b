"""Paragraphs and sentences of a text, as spans: abbreviations, initials, quotes, footnote marks and datelines understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.model.article import Span


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


_PARAGRAPH: Final = re.compile(r"\S(?:[^\n]++|\n(?![^\S\n]*\n))*+")

_MARK: Final = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<closing>[\"”’'»)\]“]*+)(?P<notes>(?:\s?\[[0-9 ,–-]{1,12}\]|\s\[(?:\.\.\.|…)\])*+)(?=\s)"
)
"""What may end a sentence: a mark, what closes behind it, and the notes that belong to it ("[3]")."""

_OPENING: Final = "\"“‘'«([—–- "
_BEFORE_WORD: Final = "\"“‘'([”’"
_NEXT_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOKED_ON: Final = 60
_LOOKED_BACK: Final = 40
_LONGEST_QUOTE: Final = 1000
"""How far a decision looks on and back: longer than two names, shorter than a line."""

_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_DAY: Final = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
_DAY_FIRST: Final = re.compile(_DAY + r"(?= +[A-Z“\"])")
_DAY_LAST: Final = re.compile(r"(?<=[^\W_]) +(?=" + _DAY + r"\Z)|(?<=['’”\"]) +(?=" + _DAY + r"\Z)")
_PLACE_FIRST: Final = re.compile(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?){1,3} [-–—](?= [A-Z])"
)
"""A day or a place that stands before or behind what it does not belong to, as in pages whose lines were joined."""
_LINE_FIRST: Final = re.compile(
    r"[A-Z][^.,;:!?\"“”\n]{3,100}?[^\W_](?= (?:In|On|At|During|After) (?:the|a|an|his|her|its|their|this) )"
)
"""A caption before the text that it stands beside."""
_LEADS: Final = (_DAY_FIRST, _PLACE_FIRST, _LINE_FIRST)
_SPOKEN: Final = re.compile(
    r"(?:I|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|asked|cried|called|replied|shouted|answered|added|told|whispered"
    r"|yelled|howled|wondered|demanded|exclaimed|continued|explained|insisted|announced|agreed|snapped)\b"
)
"""Who speaks, behind what is said."""

_BEFORE_NAME: Final = _words(
    "Mr Mrs Ms Mx Dr Prof Gov Govs Sen Sens Rep Reps Gen Lt Maj Col Sgt Capt Cmdr Cpl Pvt Adm Brig St Mt Ft Rev Hon Pres "
    "Supt Det Insp Messrs Mme Mlle Amb Atty Treas Sec Fr Sr Msgr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue "
    "Tues Wed Thu Thur Thurs Fri Sat Ed Eds vs v cf viz approx e.g i.e eg ie ca ed eds op esp"
)
"""Abbreviations that stand before what they belong to: a sentence hardly ever ends with one."""
_BEFORE_NUMBER: Final = _words("no nos fig figs eq p pp vol vols ch art arts sect para")
"""Abbreviations only where a number follows: "No. 5", but "No. I did not.\""""
_BEHIND_NAME: Final = _words(
    "Inc Corp Ltd Co Cos Bros Jr Sr Est Ave Blvd Rd BC AD LLC PLC Dept Univ Assn Ala Ariz Ark Calif Colo Conn Del Fla Ga "
    "Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que etc al"
)
"""Abbreviations that stand behind what they belong to: a sentence may end with one."""
_PARTED_HOUR: Final = re.compile(r"\d [ap]\. m$")
"""An hour as some archives write it: "11 p. m."."""
_OPENERS: Final = _words(
    "the a an this that these those he she it they we i you his her its their our my your there here in on at by for from "
    "with after before since when while as if but and or so yet however although though because meanwhile also then now "
    "what who why how where which one two some many most all no not both each every other another according earlier later "
    "last more even despite during under until"
)
"""Words whose capital tells that a sentence begins, since names hardly begin with them."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`: what blank lines part, without white space at either end."""
    return tuple(Span(at.start(), at.start() + len(at[0].rstrip())) for at in _PARAGRAPH.finditer(text))


def sentences(text: str, *, headline_end: int | None = None) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without white space at either end.

    None crosses a paragraph. What stands before `headline_end` is one sentence, whatever it looks like, but for a day
    that a page has put behind its headline.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start, stop = paragraph.start, paragraph.end
        if headline_end is not None and start < headline_end:
            end = min(stop, headline_end)
            end -= len(text[start:end]) - len(text[start:end].rstrip())
            day = _day_behind(text, start, end)
            found += [Span(start, end)] if day is None else [Span(start, day), Span(_next_solid(text, day, end), end)]
            start = _next_solid(text, end, stop)
        for end in _ends(text, start, stop):
            found.append(Span(start, end))
            start = _next_solid(text, end, stop)
        if start < stop:
            found.append(Span(start, stop))
    return tuple(found)


def _next_solid(text: str, start: int, stop: int) -> int:
    """Return where the next character lies that is no white space; `stop` where there is none."""
    while start < stop and text[start].isspace():
        start += 1
    return start


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where the sentences of a stretch end, but for the last one."""
    lead = next((at for form in _LEADS if (at := form.match(text, start, stop))), None)
    if lead:
        yield lead.end()
        start = _next_solid(text, lead.end(), stop)
    for match in _MARK.finditer(text, start, stop):
        if _is_end(text, start, match):
            yield match.end()
            start = _next_solid(text, match.end(), stop)
    day = _day_behind(text, start, stop)
    if day is not None:
        yield day


def _day_behind(text: str, start: int, stop: int) -> int | None:
    """Return where what stands before a day at the stretch's end ends; None where there is no such day."""
    if not text[stop - 1 : stop].isdigit():
        return None
    found = _DAY_LAST.search(text, max(start, stop - _LOOKED_BACK), stop)
    return found.start() if found else None


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends with what `match` found."""
    behind = text[match.end() : match.end() + _LOOKED_ON].lstrip()
    opened = behind.lstrip(_OPENING)
    if not opened or opened[0].islower() or opened[0] in ".…":
        return False
    mark = match["mark"]
    if _is_gap(text, match) and _is_quote_open(text, start, match.start()):
        return False
    if match["closing"] and mark[-1] in "!?…" and _SPOKEN.match(behind):
        return False
    if mark != "." or match["closing"] or match["notes"]:
        return True
    return not _is_abbreviation(text[max(start, match.start() - _LOOKED_BACK) : match.start()], opened)


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """Return whether the mark stands for words left out: three points with a blank before them."""
    mark = match["mark"]
    return (mark[0] == "…" or mark.startswith("..")) and text[match.start() - 1 : match.start()].isspace()


def _is_quote_open(text: str, start: int, end: int) -> bool:
    said = text[max(start, end - _LONGEST_QUOTE) : end]
    return said.count('"') % 2 == 1 or said.count("“") > said.count("”")


def _is_abbreviation(before: str, opened: str) -> bool:
    """Return whether the full stop behind `before` belongs to its last word, given what follows."""
    word = before.rpartition(" ")[2]
    written = word.lstrip(_BEFORE_WORD)
    low = written.lower()
    following = _NEXT_WORD.match(opened)
    is_opened = following is not None and following[0].lower() in _OPENERS
    if low in _BEFORE_NUMBER:
        return opened[0].isdigit()
    if written in _BEFORE_NAME or ("-" in written and written.rpartition("-")[2] in _BEFORE_NAME):
        # "then-Sen. Lund"
        return True
    if low == "m" and _PARTED_HOUR.search(before):
        return not is_opened
    if written in _BEHIND_NAME or _DOTTED.fullmatch(written):
        return not is_opened
    if len(written) == 1 and written.isalpha():
        return not is_opened if written.isupper() else word.startswith("(")
    return before == word and len(word) < 3 and word.isdigit()
