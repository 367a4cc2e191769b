"""Traits: what is looked at to tell whether a claim is one, is worth a line, and how much a reader needs it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.classes import VERB_GROUP
from briefing.extract.attribution.lexicon import conjugated, families, inflections, persons
from briefing.extract.attribution.passage import Passage, passage
from briefing.extract.events.grammar import words_of
from briefing.extract.given_names import gender
from briefing.facts.ground import Ground
from briefing.model import Analysis, Claim, Entity, Span

STEM: Final = 5
SHORTEST: Final = 4
"""Words of fewer letters say nothing of what an article is about."""
FREQUENT: Final = 10
SMALL: Final = frozenset(
    word[:STEM]
    for word in words_of(
        "that with from have this were been they their them will would which said says what when more than about into also there"
        " after over some only other could should where while because before being just like most such then these those very"
        " your does here even many much told year years people time last first made make"
    )
)
"""The beginnings of words that are in every article."""
SHOWN: Final = 120
"""How many characters of what is said a line can show."""
SELVES: Final = words_of("i we my our me us i'm we're i've we've i’m we’re i’ve we’ve")
LEAD: Final = 3
"""How many sentences from the start the lead is."""
MOST_NUMBERED: Final = 7
"""From which sentence on it does not matter any more which it is."""
OFTEN: Final = 3
SHORT: Final = 40
LONG: Final = 160
MOST_BETWEEN: Final = 12
GENDERS: Final = {"he": "m", "she": "f"}
OPENERS: Final = ("“", '"', "``", "‘", "''")
FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did|\w+ed|\w{2,}n['’]t)\b|['’](?:s|re|ll|ve|d|m)\b"
)
PLAIN: Final = frozenset(["say", "tell", "add", "state", "write"])


@dataclass(frozen=True, slots=True)
class Scene:
    """What the traits of all claims of an article are read from."""

    found: Analysis
    on: Ground
    words: Passage
    entities: Mapping[str, Entity]
    voices: Counter[str]
    """How often each entity is a source."""
    figures: tuple[int, ...]
    contents: tuple[Span, ...]
    """What is said in the article, claim by claim."""
    title: frozenset[str]
    """The beginnings of the words of the headline, or of the first sentence where there is none."""
    often: frozenset[str]
    """The same of the words that the article has most often."""


def scene(found: Analysis, on: Ground) -> Scene:
    """Return the scene of an analysis."""
    listed = passage(on.text, found.sentences)
    title = found.article.headline_end or (on.sentences[0].end if on.sentences else 0)
    end = bisect_left(listed.words.starts, title)
    stems: dict[str, int] = {}
    for word, times in Counter(listed.words.lower).items():
        if times > 1 and len(word) >= SHORTEST and (stem := word[:STEM]) not in SMALL:
            stems[stem] = stems.get(stem, 0) + times
    telling = sorted(stems, key=stems.__getitem__, reverse=True)
    voices = Counter(claim.source.entity for claim in found.claims if claim.source and claim.source.entity)
    return Scene(
        found,
        on,
        listed,
        {entity.id: entity for entity in found.entities},
        voices,
        tuple(figure.span.start for figure in found.figures),
        tuple(claim.span for claim in found.claims),
        frozenset(word[:STEM] for word in listed.words.lower[:end] if len(word) >= SHORTEST) - SMALL,
        frozenset(telling[:FREQUENT]),
    )


def traits(on: Scene, claim: Claim) -> list[str]:
    """Return the traits of `claim`; empty where it has no cue."""
    if claim.cue is None:
        return []
    return [
        *_of_cue(on, claim, claim.cue),
        *_of_source(on, claim, claim.cue),
        *_of_content(on, claim),
        *_of_place(on, claim),
    ]


def _of_cue(on: Scene, claim: Claim, cue: Span) -> list[str]:
    lower, classes = on.words.words.lower, on.words.classes
    first, last = _words(on, cue)
    head = next((at for at in range(last - 1, first - 1, -1) if lower[at] in conjugated()), max(first, last - 1))
    word = lower[head] if head < len(lower) else ""
    base = conjugated().get(word, (word, "", ""))[0]
    own = families().get(word, ("-",))
    form = _form(word)
    before = classes[first - 1] if first else "#"
    after = classes[last] if last < len(classes) else "#"
    found = [f"v={base}", f"form={form}", f"before={before}", f"after={after}", f"aux={last - first > 1:d}"]
    found += [f"fam={family}" for family in own[:3]]
    found += [f"st={claim.status.value}", f"n={len(own) and 'n' in inflections().get(word, '')}"]
    if base not in PLAIN:
        found += [f"x{form}{before}", f"xafter={after}", f"xform={form}", f"xlow={after}{form}"]
        if last < len(lower):
            found.append(f"next={lower[last]}")
    if first and lower[first - 1] in ("to", "by", "that", "who", "which", "and", "for"):
        found.append(f"prev={lower[first - 1]}")
    for at in range(first, last):
        if classes[at] in ("M", "neg", "B", "to"):
            found.append(f"in={classes[at]}")
    return found


def _form(word: str) -> str:
    if word.endswith("ing"):
        return "ing"
    forms = conjugated().get(word)
    if forms is None:
        return "none"
    return "past" if word == forms[1] else "s" if word == forms[2] else "base" if word == forms[0] else "pp"


def _of_source(on: Scene, claim: Claim, cue: Span) -> list[str]:
    if claim.source is None:
        return ["nobody"]
    text, lower, classes = on.on.text, on.words.words.lower, on.words.classes
    source = claim.source
    words = source.span.of(text)
    first, last = _words(on, source.span)
    entity = on.entities.get(source.entity or "")
    low = words.lower()
    kind = (
        f"{low}"
        if low in ("he", "she", "it", "they", "we", "i", "who", "which", "that", "you")
        else "named"
        if entity is not None
        else "capital"
        if words[:1].isupper() and " " in words
        else "Word"
        if words[:1].isupper()
        else "noun"
    )
    found = [f"src={kind}", f"len={min(last - first, 6)}", f"src={kind}{min(last - first, 3)}"]
    if entity is not None:
        known = _gender(on, entity) if low in GENDERS else ""
        found += [
            f"is={entity.type.value}",
            f"is={entity.type.value}{kind}",
            f"voices={min(on.voices[entity.id], OFTEN)}",
        ]
        if low in GENDERS:
            found.append(f"sex={'?' if not known else 'as' if known == GENDERS[low] else 'not'}{low}")
        found.append(f"full={' ' in entity.name:d}{entity.type.value}")
    elif last > first:
        head = lower[last - 1]
        found += [f"head={head in persons():d}{kind}", f"det={classes[first]}", f"many={head.endswith('s'):d}"]
    if last > first and lower[first] in conjugated() and words[:1].islower():
        found.append(f"verb1={' ' in words:d}")
    left = classes[first - 1] if first else "#"
    right = classes[last] if last < len(classes) else "#"
    found += [f"left={left}", f"right={right}"]
    start, end = _words(on, cue)
    if last <= start:
        between = classes[last:start]
        strange = [one for one in between if one not in VERB_GROUP]
        found += [f"gap={min(len(between), 6)}", f"strange={min(len(strange), 4)}", f"comma={',' in between:d}"]
        found += [f"verb={any(one[0] == 'L' or one in ('ed', 'ing', 'vs') for one in strange[:MOST_BETWEEN]):d}"]
        if not between:
            found.append("touching")
    else:
        found += ["inverted", f"inv={min(max(0, first - end), 3)}"]
    return found


def _gender(on: Scene, entity: Entity) -> str:
    return next((known for m in entity.mentions if (known := gender(m.span.of(on.on.text)))), "")


def _of_content(on: Scene, claim: Claim) -> list[str]:
    text = on.on.text
    words = claim.span.of(text)
    quoted = words.startswith(OPENERS) or text[max(0, claim.span.start - 2) : claim.span.start].strip().endswith(
        OPENERS
    )
    size = "s" if len(words) < SHORT else "l" if len(words) > LONG else "m"
    finite = FINITE.search(words) is not None
    lower = on.words.words.lower
    first, _ = _words(on, claim.span)
    opening = lower[first] if first < len(lower) else ""
    side = "before" if claim.cue is not None and claim.span.start < claim.cue.start else "behind"
    figure = bisect_left(on.figures, claim.span.start) < bisect_left(on.figures, claim.span.end)
    found = [
        f"q={quoted:d}", f"size={size}", f"finite={finite:d}", f"side={side}", f"q{quoted:d}{side}{size}", f"fig={figure:d}",
        f"fin{finite:d}{quoted:d}{side}", *_of_matter(on, claim), f"oc={on.words.classes[first] if first < len(lower) else '#'}{side}",
    ]  # fmt: skip
    if opening in (
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "to",
        "of",
        "for",
        "in",
        "on",
        "with",
        "about",
        "how",
        "what",
    ):
        found.append(f"open={opening}")
    return found


def _of_matter(on: Scene, claim: Claim) -> list[str]:
    """Return how much of what is said is what the article is about, as far as a line shows it."""
    first, last = _words(on, Span(claim.span.start, min(claim.span.end, claim.span.start + SHOWN)))
    said = on.words.words.lower[first:last]
    stems = {word[:STEM] for word in said if len(word) >= SHORTEST} - SMALL
    of_title, often = min(3, len(stems & on.title)), min(4, len(stems & on.often))
    matter = min(6, len(stems) // 2)
    found = [
        f"of title={of_title}",
        f"often={often}",
        f"matter={matter}",
        f"about={min(4, of_title + often)},{matter > 1:d}",
    ]
    if not SELVES.isdisjoint(said):
        found.append("selves")
    if "you" in said:
        found.append("you")
    return found


def _of_place(on: Scene, claim: Claim) -> list[str]:
    text, sentences = on.on.text, on.on.sentences
    cue = claim.cue or claim.span
    number = max(0, bisect_right(sentences, cue.start, key=lambda span: span.start) - 1)
    sentence = sentences[number] if sentences else Span(0, len(text))
    share = cue.start / max(1, len(text))
    title = cue.start < (on.found.article.headline_end or 0)
    opening = text[sentence.start : sentence.start + 12].lower().split(" ", 1)[0]
    main = on.found.events[0] if on.found.events else None
    around = bisect_right(on.contents, cue.start, key=lambda span: span.start) - 1
    within = around >= 0 and on.contents[around].contains(cue) and on.contents[around] != claim.span
    found = [
        f"title={title:d}", f"lead={number < LEAD:d}", f"quarter={int(4 * share)}", f"tenth={int(10 * share)}",
        f"number={min(number, MOST_NUMBERED)}", f"within={within:d}",
        f"main={main is not None and sentence.contains(main.trigger):d}", f"none={main is None:d}",
        f"state={main is not None and main.type.value == 'statement':d}",
    ]  # fmt: skip
    if main is not None and claim.source is not None and claim.source.entity is not None:
        found.append(f"agent={any(one.entity == claim.source.entity for one in main.agent):d}")
    if opening in (
        "if",
        "while",
        "although",
        "though",
        "when",
        "as",
        "despite",
        "because",
        "since",
        "after",
        "before",
        "that",
        "even",
    ):
        comma = text.find(",", sentence.start, sentence.end)
        found.append(f"sub={comma < 0 or cue.start < comma:d}")
    return found


def _words(on: Scene, span: Span) -> tuple[int, int]:
    starts = on.words.words.starts
    first = bisect_left(starts, span.start)
    return first, max(first, bisect_left(starts, span.end))
