"""Words of a sentence with the part that each can play: what the reading of clauses rests on."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from typing import Final, NamedTuple

from briefing.extract.events.grammar import grammar, words_of
from briefing.model import Span

WORD: Final = re.compile(
    r"([A-Za-z]++(?=[ ,\n])|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|''|``|[$£€¥]?\d+(?:[.,:]\d+)*%?|['’]s\b|\w+(?:[-&]\w+)*(?:['’](?!s\b)\w+)?|['’](?=\s)|--+|\.\.+|[^\w\s])"
)
"""A word, a number, initials or a sign. A plain word comes first: most are."""


TITLES: Final = words_of(
    "mr mrs ms dr gen sen rep gov lt col maj sgt st prof capt cmdr pol adm rev hon pres supt insp det jr"
    " sr inc corp co ltd no jan feb aug sept oct nov dec"
)
"""Words whose full stop doesn't end anything."""


BRACKETED: Final = re.compile(r"\([^()\n]{1,40}\)")
"""A remark in brackets, which parts no verb from its subject: "Acme (NSDQ: ACM) issued", "Rep. Jo Bell (D-Utah) said"."""
QUOTED: Final = re.compile(r'["“][^"“”\n]{1,24}["”]')
TIMES: Final = words_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb aug sept oct nov dec today yesterday tomorrow"
    " tonight"
)
"""Words that tell when wherever they stand: "signed a plan Friday" is no plan of a Friday."""


ACRONYMS: Final = words_of("us it who am may as un no")
"""Small words that are names where they stand in capitals."""


NO_ADVERBS: Final = words_of(
    "family july italy early daily weekly monthly ally rally bully assembly supply reply apply comply rely"
    " fly anomaly monopoly friendly deadly likely unlikely elderly lovely lonely costly hourly yearly"
    " quarterly orderly belly jelly multiply imply ugly holy silly hilly homely lively timely untimely"
    " worldly scholarly cowardly disorderly fatherly"
)
"""Words in -ly that tell no manner."""


class Word(NamedTuple):
    """A word or sign with its place in the article, and its part of speech as far as the form tells it."""

    text: str
    low: str
    start: int
    end: int
    part: str
    """det, prep, sub, conj, pron, be, have, modal, adv, time, num, name, word, first, own ('s), sign, or to."""


APOSTROPHES: Final = ("'", "’")
_made: Final = partial(tuple.__new__, Word)
"""A word of its parts, in half the time that its own constructor takes."""
PAIRED: Final = "'’\"“”(."
"""Signs whose meaning hangs on what stands around."""
BOUNDS: Final = ("least", "most")
"""What bounds a number behind "at"."""
MOST_KEPT: Final = 1 << 13
"""The forms that are remembered at most."""


def words(text: str, span: Span, *, times: tuple[Span, ...] = (), most: int = 150) -> list[Word]:
    """Return the first `most` words and signs of the sentence at `span`, in order; those within `times` are times.

    A "sentence" that is longer than that is a table or a list.
    """
    out: list[Word] = []
    first = True
    transparent = hidden = -1
    since, until = (times[0].start, max(time.end for time in times)) if times else (span.end, span.end)
    is_under_way = False
    # Cut into words and what parts them, of which the lengths add up to where each stands.
    cut = WORD.split(text[span.start : span.end])
    bounds = list(accumulate(map(len, cut), initial=span.start))
    for form, start, end in zip(cut[1::2], bounds[1::2], bounds[2::2], strict=False):
        if len(out) >= most:
            break
        low, part, is_plain = _FORMS[form]
        if is_plain and is_under_way and start >= hidden and not since <= start < until:
            out.append(_made((form, low, start, end, part)))
            continue
        if start < hidden or start == transparent:
            continue
        if not form[0].isalnum():
            if form in '"“' and (quoted := QUOTED.match(text, start)):
                # A quoted word or two read as if they were not: Vincent "Chin" Gigante.
                transparent = quoted.end() - 1
                continue
            if form == "(" and out and (remark := BRACKETED.match(text, start, span.end)):
                hidden = remark.end()
                continue
        if since <= start < until and (len(times) == 1 or any(time.start <= start < time.end for time in times)):
            part = "time"
        elif not is_plain or first:
            part = _part(form, is_first=first, follows_s=form[0] in APOSTROPHES and _after_s(out, start))
        if part == "sign" and form == "." and out and out[-1].end == start and out[-1].low in TITLES:
            continue
        if first and part == "word" and len(form) > 1 and form[0].isupper():
            part = "first"
        if low in BOUNDS and out and out[-1].low == "at":
            # "at least 58" is a number with its bound, nothing at a place.
            out[-1], part = out[-1]._replace(part="adv"), "adv"
        if part == "name" and len(out) == 1 and out[0].text == "First":
            # The bank "First Security", not what came first.
            out[0] = out[0]._replace(part="name")
        out.append(_made((form, low, start, end, part)))
        first = first and part == "sign"
        is_under_way = not first and len(out) > 1
    return out


def _part(form: str, *, is_first: bool, follows_s: bool) -> str:
    """Return the part of speech that a form has by itself; `is_first` where it begins its sentence."""
    low = form.lower()
    part = grammar().parts.get(low)
    if low in TIMES and (form[0].isupper() or low[0] in "ty"):
        return "time"
    if part is not None and (form.islower() or form.istitle() or len(form) == 1 or low not in ACRONYMS):
        return part
    if form[0].isalpha():
        is_name = form[0].isupper() and not is_first
        if low.endswith("ly") and len(low) > 4 and low not in NO_ADVERBS and not is_name:
            return "adv"
        return "name" if is_name else "word"
    if form[0].isdigit() or (len(form) > 1 and form[1].isdigit()):
        return "num"
    if form[0] in APOSTROPHES and len(form) <= 2 and form not in ("'", "''"):
        return "own" if low in ("'s", "’s") or follows_s else "sign"
    return "sign"


class _Forms(dict[str, tuple[str, str, bool]]):
    """For each form its lower case, its part inside a sentence, and whether that and what follows hang on neither side."""

    def __missing__(self, form: str) -> tuple[str, str, bool]:
        if len(self) >= MOST_KEPT:
            self.clear()
        low, part = form.lower(), _part(form, is_first=False, follows_s=False)
        is_plain = low not in BOUNDS if form[0].isalnum() else part == "sign" and form[0] not in PAIRED
        found = (low, part, is_plain)
        self[form] = found
        return found


_FORMS: Final = _Forms()


def _after_s(before: list[Word], start: int) -> bool:
    return bool(before) and before[-1].end == start and before[-1].low.endswith("s")
