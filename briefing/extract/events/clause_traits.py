"""Traits of a clause: what the choice of the clauses that are told beside the main event looks at, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from briefing.extract.events.clauses import RELATIVE, Reading, object_of
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.groups import Group
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.times import within_span
from briefing.extract.events.told import Told
from briefing.extract.events.traits import ANYBODY, FORMER, HABITUAL, NEGATING, STEM, TEMPORAL
from briefing.extract.events.triggers import EMPTY, HARM, Trigger
from briefing.extract.events.words import Word
from briefing.model import Span

EVERY: Final = "any"
"""The trait that every clause has."""
SHORTEST: Final = 4
"""Words of fewer letters say nothing of what an article is about."""
CENTRAL: Final = 4
"""How many of the most frequent words of a clause tell how central it is."""
SELVES: Final = words_of("i we you my our your")
CONTRASTING: Final = words_of("but however yet despite although though instead still while")
VERBS_OF_STATE: Final = frozenset(("be", "have"))


class Place(NamedTuple):
    """Where a clause stands."""

    sentence: str
    """The number of the sentence from 0 on; "h" for the headline."""
    number: int
    """Its verb's number among the finite verbs of the sentence, from 1 on."""
    doer: int | None
    """The index of the group of its subject."""
    shown: Span
    """As far as a line can show it."""


class Article(NamedTuple):
    """What the whole of an article says about each of its clauses."""

    main: Trigger | None
    in_title: frozenset[str]
    """The stems of the words of the headline."""
    often: Counter[str]
    """How often each stem stands in what is read."""
    of_main: frozenset[str]
    """The stems of the sentence of the main event."""
    is_of_title: bool
    """Whether the main event is told by the headline."""


def article(told: Told, read: Sequence[Reading], main: Trigger | None) -> Article:
    """Return what an article says about its clauses; `read` are the sentences that are looked at."""
    stems = [_stems(reading.words) for reading in read]
    home = told.readings[main.sentence] if main is not None else None
    return Article(
        main,
        frozenset(stem for reading, own in zip(read, stems, strict=True) if reading.in_title for stem in own),
        Counter(chain.from_iterable(stems)),
        frozenset(_stems(home.words)) if home is not None else frozenset(),
        home is not None and home.in_title,
    )


def traits(told: Told, about: Article, reading: Reading, verb: int, place: Place) -> tuple[str, ...]:
    """Return the traits of the clause whose verb is the group `verb`, as far as it is shown."""
    inside = [word for word in reading.words if place.shown.start <= word.start < place.shown.end]
    number = min(3, place.number)
    beginning = place.sentence if place.sentence in ("h", "0") else "b"
    return (
        EVERY,
        f"at={place.sentence}",
        f"nth={number}",
        f"at={beginning},nth={number}",
        *_of_article(about, reading, verb, frozenset(_stems(inside)), place.sentence),
        f"length={min(5, len(inside) // 4)}",
        *_of_verb(reading, verb),
        *_of_subject(told, about, reading, verb, place.doer),
        *_of_words(told, reading, verb, place.shown, inside),
    )


def _of_article(about: Article, reading: Reading, verb: int, stems: frozenset[str], at: str) -> Iterable[str]:
    """Yield how a clause stands to the headline, to what the article names often, and to the main event."""
    yield f"title={min(4, len(stems & about.in_title))}" if about.in_title else "no title"
    yield f"central={min(8, sum(sorted([about.often[stem] for stem in stems], reverse=True)[:CENTRAL]) // 2)}"
    main = about.main
    if main is None:
        yield from ("no event", f"no event,at={at}")
        return
    is_beside = main.sentence == reading.index
    again = len(stems & about.of_main)
    yield f"main={main.type.value}"
    yield f"again={min(5, again)},same={is_beside}"
    if is_beside:
        yield "beside"
        yield "before it" if main.word > reading.groups[verb].first else "behind it"
    else:
        yield f"new={min(4, (len(stems) - again) // 2)}"
        yield f"behind it={max(-2, min(4, reading.index - main.sentence))}"
    if main.base[:STEM] == reading.groups[verb].base[:STEM]:
        yield "same word"
    if about.is_of_title:
        yield f"event of title,at={at}"


def _of_verb(reading: Reading, verb: int) -> Iterable[str]:
    group = reading.groups[verb]
    low = [word.low for word in reading.words[group.first : group.last]]
    kinds = lexicon().verbs.get(group.base)
    yield f"type={kinds[0][0].value}" if kinds else "no type"
    yield f"tense={group.tense}"
    told = (
        (f"empty={group.base if group.base in VERBS_OF_STATE else ''}", group.base in EMPTY),
        ("reports", group.base in grammar().reporting),
        ("towards", group.base in grammar().towards),
        ("harm", group.base in HARM),
        ("passive", group.passive),
        ("pluperfect", "had" in low),
        ("perfect", "has" in low or "have" in low),
        ("habit", not HABITUAL.isdisjoint(low)),
        ("modal", "modal" in [word.part for word in reading.words[group.first : group.last]]),
        ("negated", not NEGATING.isdisjoint(low)),
        ("object", object_of(reading, verb) is not None),
    )
    yield from [name for name, holds in told if holds]


def _of_subject(told: Told, about: Article, reading: Reading, verb: int, doer: int | None) -> Iterable[str]:
    words, group = reading.words, reading.groups[verb]
    start = reading.groups[doer].first if doer is not None else group.first
    yield _opening(words, start)
    if start and words[start - 1].text == ",":
        yield "behind comma"
    if doer is None:
        yield "no subject"
        return
    own = reading.groups[doer]
    head, part = words[own.last - 1].low, words[own.last - 1].part
    named = told.known.within(Span(words[own.first].start, words[own.last - 1].end))
    yield f"subject={part}"
    if named:
        yield from ("named", f"named={named[-1][2].value}")
    gap = group.first - own.last
    yield f"gap={0 if gap == 0 else 1 if gap < SHORTEST else 2}"
    yield from _of_head(own, words, head, is_in_title=head[:STEM] in about.in_title)


def _of_head(own: Group, words: Sequence[Word], head: str, *, is_in_title: bool) -> Iterable[str]:
    if head in ANYBODY:
        yield "anybody"
    if head in SELVES or words[own.first].low in SELVES:
        yield "self"
    if words[own.first].low == "the":
        yield "the"
    if own.last - own.first == 1 and words[own.first].part == "pron":
        yield "pronoun"
    if is_in_title:
        yield "subject of title"


def _opening(words: Sequence[Word], start: int) -> str:
    """Return what opens the clause whose subject is the word `start`."""
    opener = next((word for word in reversed(words[:start]) if word.part == "sub" or word.text in ";:—"), None)
    if opener is None:
        return "opens"
    return f"opens={'relative' if opener.low in RELATIVE else 'time' if opener.low in TEMPORAL else opener.low}"


def _of_words(told: Told, reading: Reading, verb: int, shown: Span, inside: Sequence[Word]) -> Iterable[str]:
    """Yield what a clause holds: figures, days, names, and words that set it apart."""
    found, words = told.found, reading.words
    figures = len(within_span(found.figures, shown))
    yield f"figures={min(2, figures)}"
    yield f"names={min(3, len({entity for _, entity, _ in told.known.within(shown)}))}"
    at = words[reading.groups[verb].first].start
    low = [word.low for word in inside]
    told_of = (
        ("dated", bool(within_span(found.dates, shown))),
        ("said", any(claim.span.start <= at < claim.span.end for claim in found.claims)),
        ("contrast", words[0].low in CONTRASTING),
        ("former", not FORMER.isdisjoint(low)),
        ("selves", not SELVES.isdisjoint(low)),
        ("asked", words[-1].text == "?"),
    )
    yield from [name for name, holds in told_of if holds]


def _stems(words: Sequence[Word]) -> list[str]:
    return [word.low[:STEM] for word in words if len(word.low) >= SHORTEST and word.low.isalpha()]
