"""What is said: on which side of the cue it stands, where it begins and where it ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from typing import Final

from briefing.extract.attribution.classes import VERB_GROUP
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import path
from briefing.extract.linear import score

_END_MARKS: Final = spaced(", ; — – - -- ( ) : ” '' \" ’ ' ?")
_END_WORDS: Final = spaced(
    "and but or while as when which who where because although though despite even if after before since "
    "in at during on with for then than including saying"
)
_ENDING: Final = _END_MARKS | _END_WORDS
_JOINING: Final = spaced("and or but")
"""Words behind which nothing ends: "hit the base and, while most were stopped, some got through"."""
_RELATIVES: Final = spaced("who which that")
_CLOSING: Final = spaced(". ” \" '' ’ ' ? !")
_DETERMINERS: Final = spaced("a an the its his her their")
_MAX_ENDS: Final = 24
_MAX_WORDS: Final = 200


def sides(
    passage: Passage, at: int, source: Range | None, sentence: Range, weights: Mapping[str, Mapping[str, int]]
) -> tuple[bool, bool]:
    """Return whether what is said stands before the cue `at` and its source, and whether behind: one at least."""
    features = side_features(passage, at, source, sentence)
    left, right = score(weights["left"], features), score(weights["right"], features)
    return left > 0 or left > right, right > 0 or right >= left


def side_features(passage: Passage, at: int, source: Range | None, sentence: Range) -> list[str]:
    """Return what is looked at to tell the side."""
    lower, classes, within = passage.words.lower, passage.classes, passage.within
    first, last = sentence
    start, end = (min(at, source[0]), max(at + 1, source[1])) if source else (at, at + 1)
    where = "n" if not source else "b" if source[0] < at else "a"
    word, kind = lower[at], classes[at]
    b1, b2 = (classes[start - 1] if start > first else "#"), (classes[start - 2] if start - 1 > first else "#")
    a1, a2 = (classes[end] if end < last else "#"), (classes[end + 1] if end + 1 < last else "#")
    v1, v2 = (classes[at + 1] if at + 1 < last else "#"), (classes[at + 2] if at + 2 < last else "#")
    quotes, touching, goes_on = "00", "00", False
    if passage.quoted:
        quotes = f"{any(within[first:start]):d}{any(within[end:last]):d}"
        goes_on = last < len(lower) and any(within[last : last + 2]) and _same_paragraph(passage, last)
        touching = f"{within[start - 1] > 0 if start > first else 0:d}{within[end] > 0 if end < last else 0:d}"
    features = [
        "b", where, f"pc{b1}{where}", f"pc2{b2}{b1}{where}", f"nc{a1}{where}", f"ncc{a1}{a2}{where}", f"v{v1}",
        f"v{v1}{v2}", f"W{word}", f"W{word}{b1}", f"W{word}{where}", f"c{kind}{where}", f"rest{min(last - end, 6)}{where}",
        f"lq{quotes}{goes_on:d}{where}", f"left{min(start - first, 6)}{where}", f"sp{where}{b1}{v1}",
        f"spr{where}{b1}{min(last - end, 3)}", f"W1{word}{v1}", f"lq{quotes}{b1}{where}",
        f"lw{lower[start - 1] if start > first else '<s>'}", f"qq{touching}{where}",
        f"cap{passage.words.forms[at][0].isupper():d}",
    ]  # fmt: skip
    for family in passage.families[at] or ("-",):
        features += (f"l{family}{where}", f"l{family}{b1}", f"l{family}{v1}", f"l{family}{b1}{v1}")
    return features


def _same_paragraph(passage: Passage, at: int) -> bool:
    return "\n" not in passage.text[passage.words.ends[at - 1] : passage.words.starts[at]]


def right_end(
    passage: Passage,
    at: int,
    *,
    start: int,
    sentence: Range,
    cues: Sequence[int],
    letters: str,
    weights: Mapping[str, int],
) -> int:
    """Return the word before which what is said ends, if it begins with the word `start`; `cues` in order."""
    options = ends(passage, at, start=start, sentence=sentence, cues=cues, letters=letters)
    if len(options) == 1:
        return options[0][0]
    return max(options, key=lambda option: score(weights, option[1]))[0]


def ends(
    passage: Passage, at: int, *, start: int, sentence: Range, cues: Sequence[int], letters: str
) -> list[tuple[int, list[str]]]:
    """Return where what is said may end, each place with its features; the sentence's end is the last."""
    lower, classes, within = passage.words.lower, passage.classes, passage.within
    first, last = sentence
    end = last
    while end > start + 1 and lower[end - 1] in _CLOSING:
        end -= 1
    families = passage.families[at] or ("-",)
    quote = within[start] > 0
    subject = at - 1
    while subject > first and classes[subject] in VERB_GROUP:
        subject -= 1
    relative = f"{lower[subject] in _RELATIVES:d}{lower[subject - 1] == ',' if subject > first else 0:d}"
    found: list[tuple[int, list[str]]] = []
    for place in range(start + 1, min(end, start + _MAX_WORDS)):
        mark = lower[place]
        if mark not in _ENDING or lower[place - 1] in _JOINING:
            continue
        inside = within[place] > 0 and within[place - 1] > 0
        c1, c2 = (classes[place + 1] if place + 1 < last else "#"), (classes[place + 2] if place + 2 < last else "#")
        following = bisect_right(cues, place)
        away = str(min(cues[following] - place, 6)) if following < len(cues) and cues[following] < last else "-"
        near, left, word = min(place - start, 10), min(end - place, 10), lower[at]
        spoken = "1" if inside else "0"
        features = [
            f"t{mark}", f"tx{mark}{c1}", f"txw{mark}{lower[place + 1] if place + 1 < last else '#'}", f"tcy{mark}{c1}{c2}",
            f"in{spoken}", f"tin{spoken}{mark}", f"dn{away}", f"dnt{away}{mark}", f"dntx{away}{mark}{c1}",
            f"W{word}{mark}", f"Wtx{word}{mark}{c1}", f"d{near}",
            f"dt{near}{mark}", f"rem{left}{mark}", f"q{quote:d}{mark}",
            f"prevq{within[place - 1] > 0:d}{mark}", f"pc{classes[place - 1]}{mark}", f"c{classes[at]}{mark}{away}",
            f"rel{relative}{mark}", f"relc{relative}{mark}{c1}",
        ]  # fmt: skip
        if mark == ",":
            way = path(letters, place + 1 - first, min(end, place + 8) - first)[:4]
            features += (f"path{way}", f"pathd{way}{away}")
        for family in families:
            features += (f"l{family}{mark}", f"l{family}{mark}{away}", f"l{family}{mark}{c1}")
        found.append((place, features))
        if len(found) == _MAX_ENDS:
            break
    features = [
        "END", f"ENDW{lower[at]}", f"ENDc{classes[at]}", f"ENDl{min(end - start, 12)}", f"ENDn{min(len(found), 5)}",
        f"ENDq{quote:d}", f"ENDcu{min(bisect_right(cues, last - 1) - bisect_right(cues, start - 1), 3)}",
        f"ENDlast{lower[last - 1]}", f"ENDrel{relative}",
    ]  # fmt: skip
    features += [f"ENDL{family}" for family in families]
    found.append((end, features))
    return found


def cue_words(passage: Passage, at: int, source: Range | None, sentence: Range, cues: Container[int]) -> Range:
    """Return the words of the cue with its head `at`: auxiliaries and denials before it, a preposition after it."""
    lower, classes = passage.words.lower, passage.classes
    first = sentence[0] if source is None or source[0] > at else max(sentence[0], source[1])
    begin, end = at, at + 1
    while begin > first and classes[begin - 1] in _AUXILIARY and begin - 1 not in cues:
        begin -= 1
    while begin < at and (classes[begin] == "R" or lower[begin] in {"'s", "’s"}):
        begin += 1
    if end < sentence[1] and lower[end] in _PARTICLES and (source is None or source[0] != end):
        takes_object = end + 1 < sentence[1] and classes[end + 1] not in {"day", "0"}
        statement = end + 2 < sentence[1] and lower[end + 1] in _DETERMINERS and lower[end] in {"in", "on", "at"}
        if takes_object and not statement:
            end += 1
    if lower[at] == "according" and end < sentence[1] and lower[end] == "to" and end == at + 1:
        end += 1
    return begin, end


_AUXILIARY: Final = spaced("B H Do M neg R")
_PARTICLES: Final = spaced("for about on against of at with upon over")
