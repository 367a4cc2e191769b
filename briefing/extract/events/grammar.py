"""Grammar: the closed classes of English, the forms of its verbs, and lists of what governs what."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

VOWELS: Final = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of English, and the forms of its common verbs."""

    parts: dict[str, str]
    common: dict[str, tuple[str, str]]
    """A form of a common verb: its base and its tense (base, s, past, pp, ed, ing)."""
    irregular: dict[str, tuple[str, str]]
    double: frozenset[str]
    reporting: frozenset[str]
    """Verbs whose complement tells the event: "said that ..."."""
    towards: frozenset[str]
    """Verbs whose infinitive tells the event: "agreed to ..."."""
    deciding: frozenset[str]
    """Nouns whose infinitive does: "an agreement to acquire"."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())


@cache
def grammar() -> Grammar:
    """Return the closed classes and common verbs, read once."""
    raw: dict[str, str] = json.loads(resources.files(__package__).joinpath("grammar.json").read_text("utf-8"))
    parts: dict[str, str] = {}
    for name, part in (
        ("adverbs", "adv"),
        ("prepositions", "prep"),
        ("determiners", "det"),
        ("pronouns", "pron"),
        ("subordinators", "sub"),
        ("conjunctions", "conj"),
        ("be", "be"),
        ("have", "have"),
        ("modals", "modal"),
    ):
        parts.update(dict.fromkeys(raw[name].split(), part))
    # These head a noun group or a time phrase far more often than a clause.
    parts.update(dict.fromkeys(["after", "before", "since", "until", "as"], "prep"))
    parts.update({"to": "to", "that": "sub"})
    irregular: dict[str, tuple[str, str]] = {}
    for entry in raw["irregular"].split():
        base, past, participle = entry.split(":")
        irregular[base] = (past, participle)
    double = frozenset(raw["double"].split())
    common: dict[str, tuple[str, str]] = {}
    for base in raw["verbs"].split():
        for form, tense in inflected(base, irregular=irregular, double=double):
            common.setdefault(form, (base, tense))
    reporting, towards, deciding = (frozenset(raw[name].split()) for name in ("reporting", "towards", "deciding"))
    return Grammar(parts, common, irregular, double, reporting, towards, deciding)


def inflected(
    base: str, *, irregular: dict[str, tuple[str, str]], double: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """Return the forms of a verb, each with its tense: base, s, past, pp, ed (past and participle alike), ing."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2:-1] not in VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in double:
        stem = base + base[-1]
    elif base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        stem = base[:-1]
    else:
        stem = base
    gerund = base[:-2] + "ying" if base.endswith("ie") else stem + "ing"
    if base in irregular:
        past, participle = irregular[base]
        ends = [(past, "ed")] if past == participle else [(past, "past"), (participle, "pp")]
    elif base.endswith("y") and base[-2:-1] not in VOWELS:
        ends = [(base[:-1] + "ied", "ed")]
    else:
        ends = [((base[:-1] if base.endswith("e") else stem) + "ed", "ed")]
    return ((base, "base"), (third, "s"), *((form, tense) for form, tense in ends if form != base), (gerund, "ing"))
