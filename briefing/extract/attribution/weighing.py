"""Weighing: a second look at each cue, now that it is known what it and its neighbours would claim.

What stands in another's content is hardly ever a cue of its own, and a cue with a good source and a content of its
own hardly ever is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.extract.attribution.found import Draft
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage
from briefing.extract.linear import score
from briefing.values import dataclass

LEAST: Final = -100
"""Log odds in hundredths below which the second look is not worth its time: no F1 is lost, and a quarter of the time saved."""

LIKELY: Final = 100
"""Log odds in hundredths from which a cue tells that its source is one who speaks in this article."""

UNLIKELY: Final = -40
"""Log odds in hundredths up to which another cue does not count."""

_PRONOUNS: Final = spaced("P o who wh none")
_NO_FAMILY: Final = ("-",)
_UP_TO: Final = tuple(f"u{step}" for step in range(-1, 10))
"""The steps of half a logit that the odds of the first look reach."""
_MOST_KEPT: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Around:
    """What the article tells about a sentence."""

    density: int
    """How much is attributed in the whole article, from 0 to 9."""
    named: Mapping[str, int]
    """How often each word is the head of a likely source."""
    number: int
    """The sentence's number, from 0."""


@dataclass(frozen=True, slots=True)
class Outer:
    """Another cue in whose content a cue stands."""

    odds: int
    side: str
    draft: Draft


def weighed(
    passage: Passage, drafts: Sequence[Draft], odds: Mapping[int, int], article: Around, weights: Mapping[str, int]
) -> dict[int, int]:
    """Return the log odds of each draft's cue, in hundredths, now that all `drafts` of its sentence are known.

    `odds` are those of the first look. All are weighed twice, the second time knowing how likely the neighbours
    are by then: 0.2 F1 for cues, 0.5 for content.
    """
    alone = {draft.at: score(weights, own_features(passage, draft, odds, article)) for draft in drafts}
    once = {at: sure + score(weights, among) for at, sure, among in _among(passage, drafts, alone, odds, odds)}
    if len(drafts) == 1:
        return once
    return {at: sure + score(weights, among) for at, sure, among in _among(passage, drafts, alone, odds, once)}


def sources_named(drafted: Sequence[Sequence[Draft]], looks: Sequence[Mapping[int, int]]) -> Mapping[str, int]:
    """Return how often each word is the head of the source of a likely cue."""
    return Counter(
        draft.head
        for drafts, odds in zip(drafted, looks, strict=True)
        for draft in drafts
        if draft.head is not None and odds[draft.at] > LIKELY
    )


def weighing_features(
    passage: Passage, draft: Draft, drafts: Sequence[Draft], odds: Mapping[int, int], article: Around
) -> list[str]:
    """Return all that is looked at to weigh `draft` among the `drafts` of its sentence.

    `odds` are those of the first look.
    """
    return own_features(passage, draft, odds, article) + among_features(passage, draft, drafts, odds)


def own_features(passage: Passage, draft: Draft, odds: Mapping[int, int], article: Around) -> list[str]:
    """Return what the draft tells by itself."""
    at = draft.at
    sure = odds[at]
    mine = _step(sure)
    kind = draft.phrase.kind if draft.phrase else "none"
    head = draft.head or "-"
    length = draft.right[1] - draft.right[0] if draft.right else 0
    left_length = draft.left[1] - draft.left[0] if draft.left else 0
    side = f"{draft.left is not None:d}{draft.right is not None:d}"
    elsewhere = article.named.get(head, 0) - (sure > LIKELY) if kind not in _PRONOUNS else 0
    features = [
        "b", f"kp{kind}{mine}", f"side{side}", f"sk{side}{kind}", f"ln{min(length, 12)}", f"ll{min(left_length, 8)}",
        f"hd{head}", f"dp{article.density}{mine}", f"q{passage.within[at] > 0:d}{kind}", f"he{min(elsewhere, 3)}{kind}",
        f"op{min(article.number, 2)}",
    ]  # fmt: skip
    features += _UP_TO[: max(0, sure // 50 + 2)]
    for family in passage.families[at] or _NO_FAMILY:
        features += (f"fk{family}{kind}", f"fd{family}{article.density}")
    return features


def among_features(passage: Passage, draft: Draft, drafts: Sequence[Draft], odds: Mapping[int, int]) -> list[str]:
    """Return what the other drafts of the sentence tell, by their `odds`."""
    at, word = draft.at, passage.words.lower[draft.at]
    mine = _step(odds[at])
    families = passage.families[at] or _NO_FAMILY
    if len(drafts) == 1:
        return [
            "inno", f"inpno|{mine}", "cov-10", "same0", "same0no", f"Win{word}n", f"n{odds[at] > UNLIKELY:d}", "lp-", "rp-", "ld-",
            *[f"fin{family}no" for family in families],
        ]  # fmt: skip
    outer = _outer(draft, drafts, odds)
    inside = f"{outer.side}{_step(outer.odds)}" if outer else "no"
    others = [other for other in drafts if other.at != at]
    phrase = draft.phrase
    shared = phrase is not None and any(other.phrase == phrase and odds[other.at] > UNLIKELY for other in others)
    covered = max([odds[other.at] for other in others if _holds(draft, other.at)], default=-900)
    likely = sum([odds[other.at] > UNLIKELY for other in drafts])
    features = [
        f"in{inside}", f"inp{inside}|{mine}", f"cov{_step(covered)}", f"same{shared:d}", f"same{shared:d}{inside}", f"Win{word}{inside[0]}",
        f"n{min(likely, 4)}", *_neighbours(at, others, odds), *[f"fin{family}{inside}" for family in families],
    ]  # fmt: skip
    return features + _outer_features(passage, draft, outer, inside) if outer else features


def _among(
    passage: Passage,
    drafts: Sequence[Draft],
    alone: Mapping[int, int],
    first: Mapping[int, int],
    neighbours: Mapping[int, int],
) -> list[tuple[int, int, list[str]]]:
    """Return each cue with its own weight and the features of its place among others, whose odds are `neighbours`."""
    return [
        (draft.at, alone[draft.at], among_features(passage, draft, drafts, {**neighbours, draft.at: first[draft.at]}))
        for draft in drafts
    ]


class _Steps(dict[int, str]):
    """For log odds in hundredths their step of half a logit, from -10 to 10."""

    def __missing__(self, odds: int) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[odds] = str(max(-10, min(10, round(odds / 50))))
        return found


_step: Final = _Steps().__getitem__


def _holds(draft: Draft, at: int) -> bool:
    left, right = draft.left, draft.right
    return (left is not None and left[0] <= at < left[1]) or (right is not None and right[0] <= at < right[1])


def _outer(draft: Draft, drafts: Sequence[Draft], odds: Mapping[int, int]) -> Outer | None:
    """Return the likeliest other cue in whose content `draft` has its cue."""
    found: Outer | None = None
    for other in drafts:
        if other.at == draft.at:
            continue
        for side, part in (("L", other.left), ("R", other.right)):
            inside = part is not None and part[0] <= draft.at < part[1]
            if inside and (found is None or odds[other.at] > found.odds):
                found = Outer(odds[other.at], side, other)
    return found


def _neighbours(at: int, others: Sequence[Draft], odds: Mapping[int, int]) -> tuple[str, str, str]:
    before = max([other.at for other in others if other.at < at], default=None)
    after = min([other.at for other in others if other.at > at], default=None)
    return (
        f"lp{_step(odds[before])}" if before is not None else "lp-",
        f"rp{_step(odds[after])}" if after is not None else "rp-",
        f"ld{min(at - before, 6)}" if before is not None else "ld-",
    )


def _outer_features(passage: Passage, draft: Draft, outer: Outer, inside: str) -> list[str]:
    word = passage.words.lower[outer.draft.at]
    quote = f"{passage.within[draft.at] > 0:d}"
    source_inside = draft.source is not None and _holds(outer.draft, draft.source[0])
    features = [
        f"inW{word}", f"ind{min(abs(draft.at - outer.draft.at), 12)}", f"inWq{word}{quote}", f"srcin{source_inside:d}{inside}",
    ]  # fmt: skip
    features += [
        f"inF{family}|{own}"
        for family in passage.families[outer.draft.at] or ("-",)
        for own in passage.families[draft.at] or ("-",)
    ]
    return features
