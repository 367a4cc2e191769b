"""Triggers: the words of an article that tell of an event, each with its type and how likely it is the main one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.extract.events.clauses import Reading
from briefing.extract.events.groups import Group
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word, grammar, words_of
from briefing.model import EventType, Span

WEIGHTS: Final = {
    EventType.ATTACK: 4.0,
    EventType.DISASTER: 4.0,
    EventType.ACCIDENT: 4.0,
    EventType.DEATH: 4.0,
    EventType.CRIME: 3.5,
    EventType.LEGAL: 3.5,
    EventType.CONFLICT: 3.5,
    EventType.PROTEST: 3.5,
    EventType.STRIKE: 3.5,
    EventType.WEATHER: 3.5,
    EventType.RESCUE: 3.5,
    EventType.ELECTION: 3.0,
    EventType.APPOINTMENT: 3.5,
    EventType.AGREEMENT: 3.5,
    EventType.SANCTION: 3.5,
    EventType.STATEMENT: 1.5,
    EventType.OTHER: 0.5,
}
"""How much a type tells beside others in one sentence; all others 3. Set on the leads of the development articles."""
HARD: Final = frozenset(
    {EventType.ATTACK, EventType.DISASTER, EventType.ACCIDENT, EventType.DEATH, EventType.CRIME, EventType.LEGAL}
)
"""Types whose words mean the same whatever an article is about."""
SOFT: Final = frozenset(
    {
        EventType.POLITICS,
        EventType.ELECTION,
        EventType.BUSINESS,
        EventType.ECONOMY,
        EventType.SPORT,
        EventType.CULTURE,
        EventType.SCIENCE,
        EventType.HEALTH,
        EventType.LEGAL,
        EventType.CONFLICT,
    }
)
"""Types that the subject of the whole article tells where the verb alone tells nothing: "joined", "earned"."""
CAUSES: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.CRIME,
        EventType.PROTEST,
        EventType.CONFLICT,
    }
)
HARM: Final = words_of("kill injure wound hurt die maim dead")
"""Words that tell the outcome: the event is what it came of, where the sentence names that."""
PLAYED: Final = frozenset({EventType.ATTACK, EventType.ACCIDENT, EventType.DISASTER, EventType.CONFLICT})
"""Types whose words are common in reports of matches."""
ALIEN_SHARE: Final = 0.1
PLAIN_SHARE: Final = 0.4
PLAIN_COUNT: Final = 8
"""How much an article must be about a type to give it to a verb that tells none; "other" is better than wrong."""
REFLEXIVE: Final = words_of("himself herself itself themselves")
MILD: Final = words_of("describe speak comment write call find express reveal")
STRONG_WORD: Final = 1.5
"""What a verb tells more than "said": "condemned", "warned", "apologised"."""
DENYING: Final = words_of("deny doubt dispute reject refute dismiss")
UNREAL: Final = frozenset(("would", "could", "should", "may", "might", "must", "can", "cannot", "can't"))
EMPTY: Final = words_of(
    "be have modal seem appear include become need like remain mean contain love hate know see feel think want look sound"
    " enjoy own use live work stand sit lie exist understand deem consider regard depend belong help make let get keep try"
)
"""Verbs that tell of a state."""


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


class Subjects(NamedTuple):
    """What an article is about: the words of each type's topic, and how many of all they are."""

    counts: Counter[EventType]
    total: int

    def share(self, kind: EventType) -> float:
        """Return the share of `kind` in all topic words, 0 to 1."""
        return self.counts[kind] / self.total

    def soft_type(self) -> EventType:
        """Return the type of an event that its verb doesn't tell: the article's subject, where it has a plain one."""
        best = max(SOFT, key=lambda kind: (self.counts[kind], kind.value))
        return best if self.share(best) >= PLAIN_SHARE and self.counts[best] >= PLAIN_COUNT else EventType.OTHER

    def plain_score(self) -> float:
        """Return what a verb tells that no type lists: more where the whole article is about one thing."""
        kind = self.soft_type()
        return -0.5 if kind is EventType.OTHER else WEIGHTS.get(kind, 3.0) + min(2.5, 8 * self.share(kind)) - 3.0


def subjects(readings: Sequence[Reading], lexicon: Lexicon) -> Subjects:
    """Return what the article is about; words of the beginning count three times."""
    counts: Counter[EventType] = Counter()
    for reading in readings:
        weight = 3 if reading.index < 3 else 1
        for word in reading.words:
            for kind in lexicon.topics.get(word.low, ()):
                counts[kind] += weight
    return Subjects(counts, sum(counts.values()) or 1)


def triggers(
    reading: Reading, lexicon: Lexicon, about: Subjects, *, quoted: tuple[Span, ...] = (), with_plain: bool
) -> list[Trigger]:
    """Return the triggers of one sentence in order, scored by their kind and their place in it.

    What stands in one of the `quoted` spans is said, not told, and scores less. `with_plain` takes in the verbs of main
    clauses that no type lists.
    """
    local: Counter[EventType] = Counter()
    for word in reading.words:
        local.update(lexicon.topics.get(word.low, ()))
        if word.text[0] in "$€£¥" or word.text[-1] == "%":
            local[EventType.ECONOMY] += 1
            local[EventType.BUSINESS] += 1
    out: list[Trigger] = []
    for number, group in enumerate(reading.groups):
        found = _verb_trigger(reading, group, lexicon) if group.is_verb else _noun_trigger(reading, group, lexicon)
        kinds, first, last, base = found or ((), group.last - 1, group.last, group.base)
        kind = _type(kinds, local, about) if kinds else None
        score = about.plain_score() - 1.5 * (base in grammar().reporting)
        if kind is not None:
            # "said" stands in every article: it makes none of them about a statement.
            topic = min(2.5, 8 * about.share(kind))
            if kind is EventType.STATEMENT:
                topic = STRONG_WORD if group.is_verb and not _is_mild(base) else 0.0
            score = WEIGHTS.get(kind, 3.0) + topic
        elif not (with_plain and group.is_verb and group.base not in EMPTY and (group.tense != "ing" or group.finite)):
            continue
        kind = kind or about.soft_type()
        score += _verb_place(reading, number) if group.is_verb else _noun_place(reading, number, kind)
        span = Span(reading.words[_begin(reading, number, first, kind)].start, reading.words[last - 1].end)
        score -= 2.5 * (group.is_verb and _is_unreal(reading, number))
        score -= 1.5 * (kind is EventType.STATEMENT and group.is_verb and not group.finite)
        score -= 3.0 * any(quote.start <= span.start < quote.end for quote in quoted)
        out.append(Trigger(kind, span, reading.index, number, not group.is_verb, last - 1, base, score))
    return _causes_first(reading, out)


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
    return before.last - 1 if carries and not is_subject and before.base not in ("be", "have", "modal") else first


def _type(kinds: tuple[EventType, ...], local: Counter[EventType], about: Subjects) -> EventType | None:
    """Return the type that fits the sentence and the article best; None where a loose word fits neither."""
    best = max(kinds, key=lambda kind: 4 * local[kind] + 40 * about.share(kind) - kinds.index(kind))
    fits = local[best] or about.share(best) >= 0.03 or len(kinds) == 1 or all(kind in HARD for kind in kinds)
    if not fits:
        return None
    # In an article that is all about a match, "led", "picked apart" and "hit" tell of the match.
    whole = about.soft_type()
    is_alien = whole is not EventType.OTHER and not local[best] and about.share(best) < ALIEN_SHARE
    if is_alien and (best not in HARD and best is not EventType.STATEMENT):
        return whole
    if whole is EventType.SPORT and not local[best] and best in PLAYED and about.share(best) < ALIEN_SHARE:
        return whole
    return best


def _verb_trigger(
    reading: Reading, group: Group, lexicon: Lexicon
) -> tuple[tuple[EventType, ...], int, int, str] | None:
    words = reading.words
    for rest, kind, _ in lexicon.verb_phrases.get(group.base, ()):
        if tuple(word.low for word in words[group.last : group.last + len(rest)]) == rest:
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
    words = reading.words
    for at in range(group.last - 1, group.first - 1, -1):
        low = words[at].low
        for rest, kind, _ in lexicon.noun_phrases.get(low, ()):
            if tuple(word.low for word in words[at + 1 : at + 1 + len(rest)]) == rest:
                return (kind,), at, at + 1 + len(rest), low
        # Only the head of the group: "the attack victims" are victims.
        if low in lexicon.nouns and at == group.last - 1 and (words[at].part != "name" or reading.is_headline):
            return lexicon.nouns[low], at, at + 1, low
    return None


def _noun_place(reading: Reading, number: int, kind: EventType) -> float:
    """Return the score of a noun's place: what happens or is done first, what a preposition adds last."""
    group = reading.groups[number]
    following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
    before = reading.groups[number - 1] if number else None
    if group.preposition >= 0:
        if before is not None and before.is_verb and before.passive and reading.words[group.preposition].low == "by":
            return 1.5
        return -1.0 if kind in HARD and reading.words[group.preposition].low in ("in", "by", "from") else -3.0
    after = reading.words[group.last].low if group.last < len(reading.words) else ""
    if following is not None and following.is_verb and following.finite and following.first == group.last:
        return 0.5
    if after in ("that", "which"):
        return 0.5
    if not any(other.is_verb and other.finite for other in reading.groups):
        return 1.5
    if before is not None and before.is_verb and before.last == group.first:
        return min(0.5, _verb_place(reading, number - 1) - 1.5)
    return -1.0


def _verb_place(reading: Reading, number: int) -> float:
    """Return the score of a verb's place: the main clause or what is reported in it first, then side clauses."""
    group = reading.groups[number]
    start = group.first
    while start > 0 and reading.words[start - 1].part != "sub" and reading.words[start - 1].text not in ";:—":
        start -= 1
    opener = reading.words[start - 1] if start else None
    if opener is not None and opener.low != "that" and _is_closed(reading, number, start):
        opener = None
    before = [other for other in reading.groups[:number] if other.is_verb]
    if not group.finite:
        governor = next((other for other in reversed(before) if other.tense != "ing"), None)
        noun = reading.groups[number - 1] if number else None
        decided = noun is not None and not noun.is_verb and reading.words[noun.last - 1].low in grammar().deciding
        if group.tense == "base" and (decided or (governor is not None and governor.base in grammar().towards)):
            return 2.2
        alone = not any(other.is_verb and other.finite for other in reading.groups)
        return 2.0 if alone and group.passive else -3.0
    if opener is not None and opener.part == "sub":
        reported = opener.low == "that" and any(other.base in grammar().reporting for other in before)
        return 2.0 if reported else -1.5
    if group.base in grammar().reporting and _is_afterthought(reading, number):
        return 0.5
    following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
    leads_on = group.base in grammar().towards and following is not None and following.tense == "base"
    return 1.0 if leads_on else 2.0


def _is_afterthought(reading: Reading, number: int) -> bool:
    """Return whether a verb of saying closes its sentence behind what is said: "..., officials told analysts"."""
    finite = [at for at, group in enumerate(reading.groups) if group.is_verb and group.finite]
    return (
        bool(finite)
        and finite[-1] == number
        and len(finite) > 1
        and any(
            word.text == "," for word in reading.words[reading.groups[finite[-2]].last : reading.groups[number].first]
        )
    )


def _is_unreal(reading: Reading, number: int) -> bool:
    """Return whether the verb group `number` tells of what may be or should be, not of what is."""
    group = reading.groups[number]
    if any(word.low in UNREAL for word in reading.words[group.first : group.last]):
        return True
    opener = next((w for w in reversed(reading.words[: group.first]) if w.part == "sub" or w.text in ";:"), None)
    if opener is None or opener.low != "that":
        return opener is not None and opener.low in ("if", "whether", "unless")
    before = [other for other in reading.groups[:number] if other.is_verb and other.last <= reading.words.index(opener)]
    return bool(before) and before[-1].base in DENYING


def _is_closed(reading: Reading, number: int, start: int) -> bool:
    """Return whether a side clause that begins at the word `start` has ended before the verb group `number`.

    It has where a finite verb of its own stands before a comma, or before this verb without a subject between them.
    """
    group = reading.groups[number]
    inner = [at for at in range(number) if reading.groups[at].is_verb and reading.groups[at].first >= start]
    inner = [at for at in inner if reading.groups[at].finite]
    if not inner:
        return False
    between = reading.words[reading.groups[inner[-1]].last : group.first]
    if any(word.part == "conj" for word in between[-2:]):
        return False
    if any(word.text == "," for word in between):
        return True
    free = [at for at in range(inner[-1] + 2, number) if reading.groups[at].preposition < 0]
    return not free


def _causes_first(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers with the cause above its outcome: "were injured in an attack" tells of the attack."""
    harm = [trigger for trigger in found if trigger.base in HARM]
    if not harm:
        return found
    best = max(trigger.score for trigger in harm)
    return [
        trigger._replace(score=max(trigger.score, best + 1.0)) if _is_cause(reading, trigger) else trigger
        for trigger in found
    ]


def _is_cause(reading: Reading, trigger: Trigger) -> bool:
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
