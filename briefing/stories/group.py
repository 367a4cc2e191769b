"""Grouping: which articles report the same event.

Pure: articles in, groups out. A group's id is kept where any of its articles was in a story before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from briefing.model import Article
from briefing.stories.choices import NO_CHOICES, Choices
from briefing.stories.linking import linked
from briefing.stories.nearness import ALIKE, near
from briefing.stories.parting import parted
from briefing.stories.reprints import reprints
from briefing.stories.settling import settled
from briefing.stories.sketches import Sketch, sketch
from briefing.stories.terms import LONGEST_TEXT, WORD, stem
from briefing.stories.vectors import Vector, likeness, rarity, strongest, vector, vectors

WINDOW: Final = 21
"""Days between two reports of one event; the samples' latest comes after 14."""
MOST_REASONS: Final = 6
SHORTEST_REASON: Final = 3
"""Letters of a word that is shown as a reason."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles on the same event."""

    id: str
    """Stays while articles are added."""
    articles: tuple[Article, ...]
    """The oldest first, undated ones last."""
    title: str
    """That of the article which is likest to the others."""
    why: tuple[str, ...] = ()
    """The words that joined them, the strongest first; empty for a single article."""
    reprints: tuple[tuple[str, ...], ...] = ()
    """Ids of articles with nearly the same text: one source."""
    copies: tuple[Article, ...] = ()
    """Articles that stand in several files under one id, but for the first of each."""


def grouped(
    articles: Sequence[Article],
    *,
    known: Mapping[str, str] | None = None,
    choices: Choices = NO_CHOICES,
    sketches: Mapping[str, Sketch] | None = None,
) -> tuple[Group, ...]:
    """Return the groups of `articles`, newest first, undated ones last; each article is in exactly one.

    `known` holds the story id by article id of an earlier grouping. What stands twice under one id counts once and is
    among the group's copies. `sketches` holds by article id what is there already; the others are made of the texts.
    """
    single, copies = _parted(articles)
    single = tuple(sorted(single, key=_age))
    made = _sketches(single, sketches)
    found = vectors(made)
    days = [_day(article) for article in single]
    apart = _numbers(single, choices.apart)
    near_by = near(found, days, window=WINDOW, apart=apart)
    parts = [group for part in linked(near_by, len(single)) for group in parted(part, found, made.__getitem__)]
    parts = settled(parts, near_by, found, made.__getitem__, _may_join(days, apart))
    groups = _named(_united(parts, _numbers(single, choices.together)), single, found, known or {})
    return _ordered(_with_copies(groups, copies))


def with_added(
    groups: Sequence[Group],
    articles: Sequence[Article],
    *,
    choices: Choices = NO_CHOICES,
    sketches: Mapping[str, Sketch] | None = None,
) -> tuple[Group, ...]:
    """Return `groups` with new articles, each in the group to all of whose articles it is alike, else in its own.

    Only groups with an article within the window are looked at; those that get nothing new stay the same objects. Old
    groups are never joined: `grouped` does that, with `known` for the ids.
    """
    held = {article.id for group in groups for article in group.articles}
    new = _parted([article for article in articles if article.id not in held])[0]
    if not new:
        return tuple(groups)
    everything = [*(article for group in groups for article in group.articles), *new]
    made = dict(zip((article.id for article in everything), _sketches(everything, sketches), strict=True))
    rare = rarity(made.values())
    weighed = _Weighed(made, rare)
    never = {frozenset(pair) for pair in choices.apart}
    wanted = _partners(choices.together)
    parts: list[tuple[Group | None, list[Article]]] = [(group, list(group.articles)) for group in groups]
    for article in sorted(new, key=_age):
        place = _chosen(article, parts, wanted)
        best = ALIKE
        for number, (_, members) in enumerate(parts) if place < 0 else ():
            least = _least(article, members, weighed, never, best)
            if least > best or (place < 0 and least >= best):
                best, place = least, number
        if place < 0:
            parts.append((None, [article]))
        else:
            parts[place][1].append(article)
    done = [
        group
        if group and len(group.articles) == len(members)
        else _group(members, weighed, group.id if group else None)
        for group, members in parts
    ]
    return _ordered(done)


class _Weighed(dict[str, Vector]):
    """Vectors by article id, each made when it is first asked for."""

    def __init__(self, made: Mapping[str, Sketch], rare: Mapping[str, float]) -> None:
        super().__init__()
        self._made, self._rare = made, rare

    def __missing__(self, name: str) -> Vector:
        self[name] = found = vector(self._made[name], self._rare)
        return found


def _may_join(days: Sequence[int | None], apart: Sequence[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Return whether two articles, by number, may be in one group: within the window, and not parted by the user."""
    never = {frozenset(pair) for pair in apart}

    def may_join(one: int, other: int) -> bool:
        here, there = days[one], days[other]
        are_far = here is not None and there is not None and abs(here - there) > WINDOW
        return not are_far and frozenset((one, other)) not in never

    return may_join


def _sketches(articles: Sequence[Article], ready: Mapping[str, Sketch] | None) -> list[Sketch]:
    held = ready or {}
    return [held.get(article.id) or sketch(article.text) for article in articles]


def _partners(together: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in together:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _chosen(
    article: Article, parts: Sequence[tuple[Group | None, Sequence[Article]]], wanted: Mapping[str, set[str]]
) -> int:
    """Return the place of the group that holds an article which the user has joined with this one, else -1."""
    partners = wanted.get(article.id)
    if not partners:
        return -1
    return next(
        (number for number, (_, members) in enumerate(parts) if any(member.id in partners for member in members)), -1
    )


def _least(
    article: Article,
    members: Sequence[Article],
    weighed: Mapping[str, Vector],
    never: set[frozenset[str]],
    enough: float,
) -> float:
    """Return the likeness to the least like of `members`; 0 as soon as it is less than `enough`."""
    least = 1.0
    for member in members:
        far = member.day and article.day and abs((member.day - article.day).days) > WINDOW
        if far or frozenset((article.id, member.id)) in never:
            return 0.0
        least = min(least, likeness(weighed[article.id], weighed[member.id]))
        if least < enough:
            return 0.0
    return least


def _named(
    parts: Sequence[Sequence[int]], articles: Sequence[Article], found: Sequence[Vector], known: Mapping[str, str]
) -> list[Group]:
    weighed = {article.id: one for article, one in zip(articles, found, strict=True)}
    taken: set[str] = set()
    groups = []
    # The story keeps its id where it was split: the largest part comes first.
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        members = [articles[number] for number in part]
        before = Counter(known[member.id] for member in members if known.get(member.id, "") not in {"", *taken})
        name = min(before, key=lambda story: (-before[story], story)) if before else None
        group = _group(members, weighed, name)
        taken.add(group.id)
        groups.append(group)
    return groups


def _group(members: Sequence[Article], weighed: Mapping[str, Vector], name: str | None) -> Group:
    ordered = tuple(sorted(members, key=_age))
    found = [weighed[member.id] for member in ordered]
    return Group(
        name or _new_id(ordered[0]),
        ordered,
        _central(ordered, found).title,
        _words(ordered, found) if len(ordered) > 1 else (),
        reprints(ordered) if len(ordered) > 1 else (),
    )


def _new_id(oldest: Article) -> str:
    return sha256(oldest.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _central(ordered: Sequence[Article], found: Sequence[Vector]) -> Article:
    """Return the article that is likest to the sum of them all; the oldest of equals."""
    total: Counter[str] = Counter()
    for one in found:
        for term, weight in one.items():
            total[term] += weight  # type: ignore[assignment]  # a Counter adds floats as well
    scores = [sum(weight * total[term] for term, weight in one.items()) for one in found]
    return ordered[max(range(len(ordered)), key=lambda number: (round(scores[number], 9), -number))]


def _words(ordered: Sequence[Article], found: Sequence[Vector]) -> tuple[str, ...]:
    """Return the strongest shared terms as words of the oldest article that has them."""
    wanted = [term for term in strongest(found, most=3 * MOST_REASONS) if len(term) >= SHORTEST_REASON]
    # An ending that is taken away leaves the first two letters; most words end here.
    beginnings = {term[:2] for term in wanted}
    shown: dict[str, str] = {}
    for article in ordered:
        if len(shown) == len(wanted):
            break
        spelled = {
            stem(low): word.replace("’", "'").removesuffix("'s")
            for word in WORD.findall(article.text[:LONGEST_TEXT])
            if (low := word.lower())[:2] in beginnings
        }
        for term in wanted:
            if term in spelled:
                shown.setdefault(term, spelled[term])
    return tuple(shown[term] for term in wanted if term in shown)[:MOST_REASONS]


def _united(parts: Sequence[Sequence[int]], together: Sequence[tuple[int, int]]) -> list[list[int]]:
    place = {number: index for index, part in enumerate(parts) for number in part}
    merged: list[list[int]] = [list(part) for part in parts]
    for one, other in together:
        here, there = place[one], place[other]
        if here != there:
            merged[here] = sorted(merged[here] + merged[there])
            for number in merged[there]:
                place[number] = here
            merged[there] = []
    return [part for part in merged if part]


def _numbers(articles: Sequence[Article], pairs: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    numbers = {article.id: number for number, article in enumerate(articles)}
    return [(numbers[one], numbers[other]) for one, other in pairs if one in numbers and other in numbers]


def _parted(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Return the first article of each id, and the others."""
    first: dict[str, Article] = {}
    others = tuple(article for article in articles if first.setdefault(article.id, article) is not article)
    return tuple(first.values()), others


def _with_copies(groups: Sequence[Group], copies: Sequence[Article]) -> list[Group]:
    held: dict[str, list[Article]] = {}
    for article in copies:
        held.setdefault(article.id, []).append(article)
    return [
        replace(group, copies=tuple(copy for article in group.articles for copy in held.get(article.id, ())))
        if any(article.id in held for article in group.articles)
        else group
        for group in groups
    ]


def _ordered(groups: Sequence[Group]) -> tuple[Group, ...]:
    newest = {group.id: max((_day(article) or 0 for article in group.articles), default=0) for group in groups}
    return tuple(sorted(groups, key=lambda group: (-newest[group.id], group.id)))


def _day(article: Article) -> int | None:
    return article.day.toordinal() if article.day else None


def _age(article: Article) -> tuple[bool, str, str]:
    published = article.published
    return (published is None, published.isoformat() if published else "", article.id)
