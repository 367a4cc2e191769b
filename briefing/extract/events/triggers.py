"""Triggers: the words of an article that tell of an event, each with its type and how likely it is the main one."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.extract.events.clauses import Reading
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.groups import Group
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.standing import is_unreal, noun_standing, verb_standing
from briefing.extract.events.subjects import CAUSES, WEIGHTS, Subjects, type_of
from briefing.extract.events.words import Word
from briefing.model import EventType, Span

HARM: Final = words_of("kill injure wound hurt die maim dead")
"""Words that tell the outcome: the event is what it came of, where the sentence names that."""


REFLEXIVE: Final = words_of("himself herself itself themselves")


MILD: Final = words_of("describe speak comment write call find express reveal")


STRONG_WORD: Final = 1.5
"""What a verb tells more than "said": "condemned", "warned", "apologised"."""


EMPTY: Final = words_of(
    "be have modal seem appear include become need like remain mean contain love hate know see feel think want look sound"
    " enjoy own use live work stand sit lie exist understand deem consider regard depend belong help make let get keep try"
)
"""Verbs that tell of a state."""


SUMS: Final = frozenset("$€£¥")
"""Signs that a sum of money begins with."""
QUOTES: Final = frozenset("'\"‘’“”")


class Trigger(NamedTuple):
    """A word that tells of an event."""

    type: EventType
    span: Span
    sentence: int
    """The index of its reading."""
    group: int
    """The index of its group there."""
    is_noun: bool
    word: int
    """The index of its (last) word there."""
    base: str
    score: float


def triggers(
    reading: Reading, lexicon: Lexicon, about: Subjects, *, quoted: tuple[Span, ...] = (), with_plain: bool
) -> list[Trigger]:
    """Return the triggers of one sentence in order, scored by their kind and their place in it.

    What stands in one of the `quoted` spans is said, not told, and scores less. `with_plain` takes in the verbs of main
    clauses that no type lists.
    """
    local: dict[EventType, int] | None = None
    reporting = grammar().reporting
    out: list[Trigger] = []
    for number, group in enumerate(reading.groups):
        found = _verb_trigger(reading, group, lexicon) if group.is_verb else _noun_trigger(reading, group, lexicon)
        if found is None and not (with_plain and group.is_verb):
            continue
        kinds, first, last, base = found or ((), group.last - 1, group.last, group.base)
        if kinds and local is None:
            local = _topics_of(reading, lexicon)
        kind = type_of(kinds, local, about) if kinds and local is not None else None
        score = about.plain_score - 1.5 * (base in reporting)
        if kind is not None:
            # "said" stands in every article: it makes none of them about a statement.
            topic = min(2.5, 8 * about.share(kind))
            if kind is EventType.STATEMENT:
                topic = STRONG_WORD if group.is_verb and not _is_mild(base) else 0.0
            score = WEIGHTS.get(kind, 3.0) + topic
        elif not (with_plain and _is_plain(reading, group, lexicon)):
            continue
        kind = kind or about.whole
        score += verb_standing(reading, number) if group.is_verb else noun_standing(reading, number, kind)
        span = Span(reading.words[_begin(reading, number, first, kind)].start, reading.words[last - 1].end)
        score -= 2.5 * (group.is_verb and is_unreal(reading, number))
        score -= 1.5 * (kind is EventType.STATEMENT and group.is_verb and not group.finite)
        score -= 3.0 * any(quote.start <= span.start < quote.end for quote in quoted)
        out.append(Trigger(kind, span, reading.index, number, not group.is_verb, last - 1, base, score))
    return _causes_first(reading, out)


def _topics_of(reading: Reading, lexicon: Lexicon) -> dict[EventType, int]:
    """Return how many words of a sentence speak for each type; sums of money and shares speak for two."""
    local: dict[EventType, int] = {}
    topics = lexicon.topics
    sums = 0
    for form, low, _, _, _ in reading.words:
        if low in topics:
            for kind in topics[low]:
                local[kind] = local.get(kind, 0) + 1
        if form[0] in SUMS or form[-1] == "%":
            sums += 1
    if sums:
        for kind in (EventType.ECONOMY, EventType.BUSINESS):
            local[kind] = local.get(kind, 0) + sums
    return local


def _is_plain(reading: Reading, group: Group, lexicon: Lexicon) -> bool:
    """Return whether a verb that no type lists tells what someone did: a known verb, and none of state."""
    if not group.is_verb or group.base in EMPTY or (group.tense == "ing" and not group.finite):
        return False
    before, after = reading.words[max(0, group.first - 1)], reading.words[min(group.last, len(reading.words) - 1)]
    if before.text in QUOTES and after.text in QUOTES:
        # "a 'streamlined' process"
        return False
    # In a headline what looks like a participle is one behind "is" and "was": elsewhere it may be "unassuming".
    is_known = reading.words[group.last - 1].low in lexicon.forms
    return is_known or (reading.in_title and group.finite and group.tense in ("ing", "ed"))


def _is_mild(base: str) -> bool:
    rules = grammar()
    return base in MILD or base in rules.reporting or base in rules.towards


def _begin(reading: Reading, number: int, first: int, kind: EventType) -> int:
    """Return the index of the trigger's first word: "delivered her speech" begins with its verb."""
    before = reading.groups[number - 1] if number else None
    if reading.groups[number].is_verb or before is None or kind in CAUSES or kind is EventType.DEATH:
        return first
    carries = before.is_verb and before.finite and not before.passive and before.last == reading.groups[number].first
    after = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
    is_subject = after is not None and after.is_verb and after.finite and after.first == reading.groups[number].last
    carries = carries and before.base not in ("be", "have", "modal") and before.base not in grammar().reporting
    return before.last - 1 if carries and not is_subject else first


def _verb_trigger(
    reading: Reading, group: Group, lexicon: Lexicon
) -> tuple[tuple[EventType, ...], int, int, str] | None:
    words = reading.words
    for rest, kind, _ in lexicon.verb_phrases.get(group.base, ()):
        if tuple([word.low for word in words[group.last : group.last + len(rest)]]) == rest:
            return (kind,), group.last - 1, group.last + len(rest), group.base
    senses = lexicon.verbs.get(group.base)
    if senses is None or (group.last < len(words) and words[group.last].low in REFLEXIVE):
        return None
    object_follows = group.passive or _has_object(words, group.last)
    fitting = tuple(kind for kind, takes in senses if takes == object_follows)
    if not fitting and object_follows and not reading.is_headline and words[group.last].part in ("det", "name", "pron"):
        # "gained citizenship" is no gain on the market.
        return None
    return tuple(dict.fromkeys(fitting or (kind for kind, _ in senses))), group.last - 1, group.last, group.base


def _has_object(words: list[Word], last: int) -> bool:
    return last < len(words) and words[last].part in ("det", "name", "num", "pron", "word")


def _noun_trigger(
    reading: Reading, group: Group, lexicon: Lexicon
) -> tuple[tuple[EventType, ...], int, int, str] | None:
    words, noun_phrases, head = reading.words, lexicon.noun_phrases, group.last - 1
    for at in range(head, group.first - 1, -1):
        low = words[at].low
        for rest, kind, _ in noun_phrases.get(low, ()):
            if tuple([word.low for word in words[at + 1 : at + 1 + len(rest)]]) == rest:
                return (kind,), at, at + 1 + len(rest), low
        # Only the head of the group: "the attack victims" are victims.
        if at == head and low in lexicon.nouns and (words[at].part != "name" or reading.is_headline):
            return lexicon.nouns[low], at, at + 1, low
    return None


def _causes_first(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers with the cause above its outcome: "were injured in an attack" tells of the attack."""
    harm = [trigger for trigger in found if trigger.base in HARM]
    if not harm:
        return found
    best = max(trigger.score for trigger in harm)
    return [
        trigger._replace(score=max(trigger.score, best + 1.0)) if is_cause(reading, trigger) else trigger
        for trigger in found
    ]


def is_cause(reading: Reading, trigger: Trigger) -> bool:
    """Return whether a trigger stands where a cause does: "killed in a crash", "killed when a bus hit"."""
    if trigger.type not in CAUSES | {EventType.HEALTH} or trigger.base in HARM:
        return False
    group = reading.groups[trigger.group]
    if trigger.is_noun:
        low = reading.words[group.preposition].low if group.preposition >= 0 else ""
        following = reading.groups[trigger.group + 1 :]
        verb = next((other for other in following if other.is_verb and other.finite), None)
        does_harm = not low and verb is not None and verb.base in HARM and not verb.passive
        return does_harm or low in ("in", "by", "from", "after", "during")
    opener = next((w for w in reversed(reading.words[: group.first]) if w.part == "sub" or w.text in ";:"), None)
    return group.finite and opener is not None and opener.low in ("when", "as", "after")
