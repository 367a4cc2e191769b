"""Traits of a trigger: what the choice of the main event looks at, by name."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.extract.events.clauses import RELATIVE, Reading, object_of, subject
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.groups import Group
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.standing import UNREAL, verb_standing
from briefing.extract.events.subjects import CAUSES, HARD
from briefing.extract.events.triggers import EMPTY, HARM, Trigger
from briefing.model import EventType

STEM: Final = 5
MOST_KEPT: Final = 1 << 11
"""Of how many kinds of triggers the traits are remembered."""
EARLY: Final = (3, 8, 16, 30)
"""Bounds, in words, between the places in a sentence that are told apart."""
HIGHEST: Final = 8
LOWEST: Final = -3
SCORED: Final = tuple(f"score>={least}" for least in range(LOWEST + 1, HIGHEST + 1))
NEAR: Final = 5
"""How far, in words, a day stands from the verb that it dates."""
FUTURE: Final = words_of("will shall to would")
NEGATING: Final = words_of(
    "not never n't no cannot can't won't didn't doesn't don't isn't wasn't aren't weren't hasn't haven't"
)
FORMER: Final = words_of("ago earlier last previously previous past former since later once recently")
HABITUAL: Final = words_of(
    "often frequently usually always sometimes ever regularly routinely repeatedly generally long"
)
ANYBODY: Final = words_of(
    "people some many critics observers others they we you i one anyone everyone most it this that"
)
TEMPORAL: Final = words_of("when while as after before since until once")


class Surroundings(NamedTuple):
    """What the whole of an article says about each of its triggers."""

    stems: Collection[str]
    """The stems of the triggers of the headline."""
    title_stems: Collection[str]
    """The stems of all its words."""
    types: Collection[EventType]


def traits(trigger: Trigger, reading: Reading, place: str, around: Surroundings) -> list[str]:
    """Return the traits of a trigger in the sentence at `place`: "h" for the headline, else a number from 0 on."""
    words, group = reading.words, reading.groups[trigger.group]
    low = [word.low for word in words[group.first : group.last]]
    form = "noun" if trigger.is_noun else "finite" if group.finite else group.tense
    out = [*_of_kind(place, form, trigger.type, trigger.is_noun), f"base={trigger.base}"]
    out += SCORED[: max(LOWEST, min(HIGHEST, round(trigger.score))) - LOWEST]
    out.append(f"early={sum(trigger.word > bound for bound in EARLY)},noun={trigger.is_noun}")
    if trigger.base[:STEM] in around.stems and place != "h":
        out.append("twin" if trigger.base not in HARM else "twin of harm")
    elif trigger.base[:STEM] in around.title_stems and place != "h":
        out.append("twin of a word")
    if trigger.type in around.types and place != "h":
        out.append(f"twin type,hard={trigger.type in HARD}")
    if trigger.base in HARM:
        out.append("harm")
    if trigger.type in CAUSES:
        out.append(f"cause,noun={trigger.is_noun}")
    out.extend(_noun(trigger, reading) if trigger.is_noun else _verb(trigger, reading, low, around))
    if words[-1].text == "?":
        out.append("asked")
    near = words[max(0, trigger.word - NEAR) : trigger.word + NEAR + 1]
    parts = [word.part for word in near]
    if "time" in parts:
        out.append("dated")
    if not FORMER.isdisjoint([word.low for word in near]):
        out.append("former")
    if "num" in parts and any(
        word.part == "num" and len(word.low) == 4 and word.low[:2] in ("19", "20") for word in near
    ):
        out.append("of a year")
    return out


@lru_cache(maxsize=MOST_KEPT)
def _of_kind(place: str, form: str, kind: EventType, is_noun: bool) -> tuple[str, ...]:
    return (
        f"at={place}",
        f"form={form}",
        f"at={place},form={form}",
        f"type={kind.value}",
        f"type={kind.value},noun={is_noun}",
    )


def _verb(trigger: Trigger, reading: Reading, low: list[str], around: Surroundings) -> list[str]:
    group = reading.groups[trigger.group]
    before = [other for other in reading.groups[: trigger.group] if other.is_verb]
    finite = [other for other in before if other.finite]
    out = [f"stands={verb_standing(reading, trigger.group)}", f"finite before={min(3, len(finite))}"]
    if trigger.base not in lexicon().verbs and trigger.base not in lexicon().verb_phrases:
        out.append("plain")
    if trigger.base in EMPTY:
        out.append("empty")
    if trigger.base in grammar().reporting:
        out.append("reports")
    if trigger.base in grammar().towards:
        out.append("towards")
    if finite and finite[-1].base in grammar().reporting:
        out.append(f"reported,{'finite' if group.finite else 'not'}")
    if before and before[-1].base in grammar().towards and not group.finite:
        out.append("aimed at")
    out.extend(_mood(group, low))
    out.append(_behind(reading, group))
    doer = subject(reading, trigger.group)
    if doer is None:
        out.append("no subject")
    else:
        part = reading.words[reading.groups[doer].last - 1].part
        out.append(f"subject={part}")
        if doer == 0:
            out.append("subject opens")
        head = reading.words[reading.groups[doer].last - 1].low
        if head in ANYBODY:
            out.append("subject is anybody")
        if len(head) >= STEM - 1 and head[:STEM] in around.title_stems:
            out.append("subject of the headline")
    out.append("object" if object_of(reading, trigger.group, last=trigger.word + 1) is not None else "no object")
    return out


def _mood(group: Group, low: list[str]) -> list[str]:
    """Return what the words of a verb say of time and truth."""
    told = (
        ("pluperfect", "had" in low),
        ("perfect", "has" in low or "have" in low),
        ("habit", not HABITUAL.isdisjoint(low)),
        ("future", group.finite and not FUTURE.isdisjoint(low)),
        ("unreal", not UNREAL.isdisjoint(low)),
        ("negated", not NEGATING.isdisjoint(low)),
        (f"passive,finite={group.finite}", group.passive),
        ("present", group.tense == "s" or "is" in low or "are" in low),
    )
    return [name for name, holds in told if holds]


def _behind(reading: Reading, group: Group) -> str:
    """Return which word opens the clause of a verb."""
    opener = next((word for word in reversed(reading.words[: group.first]) if word.part == "sub"), None)
    if opener is None:
        return "opens"
    name = "relative" if opener.low in RELATIVE - {"that"} else "time" if opener.low in TEMPORAL else opener.low
    return f"behind={name}"


def _noun(trigger: Trigger, reading: Reading) -> list[str]:
    group = reading.groups[trigger.group]
    out = []
    if group.preposition >= 0:
        out.append(f"behind={reading.words[group.preposition].low}")
    elif trigger.group and reading.groups[trigger.group - 1].is_verb:
        out.append("object of a verb")
    else:
        out.append("stands free")
    following = reading.groups[trigger.group + 1] if trigger.group + 1 < len(reading.groups) else None
    if following is not None and following.is_verb and following.finite and following.first == group.last:
        out.append("subject of a verb")
    first = reading.words[group.first]
    out.append(f"first={first.low if first.part == 'det' else first.part}")
    if not any(other.is_verb and other.finite for other in reading.groups):
        out.append("no verb")
    return out
