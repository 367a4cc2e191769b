"""The class of a whole name: what the tagger chose word by word is weighed against all that the article tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from briefing.extract.entities.lexicons import kinds_of
from briefing.extract.entities.tagger import CLASSES, Decoder, Found, opened
from briefing.extract.entities.tokens import Sentence
from briefing.extract.entities.whole import Gathered, traits

MODEL: Final = "classes.crfsuite"
NO_NAME: Final = "NONE"
"""The answer of the model that the tagger has taken no name for one."""

_TAGGER: Final = 0.2
"""How much the tagger's own opinion weighs: more left its errors, less took the model's."""
_NONE: Final = 0.8
"""From this share on, what the tagger found is no name."""
_SETTLED: Final = 0.9999
"""From this trust on the tagger is not asked again for plain names: two of three, for 0.1 points of F1."""
_CERTAIN: Final = 1 - 1e-8
"""And from this one on for any name: half of the rest, for nothing."""
_LISTED: Final[dict[str, frozenset[str]]] = {
    "PLACE": frozenset(("country", "place", "region")),
    "NORP": frozenset(("people",)),
    "ORG": frozenset(("org",)),
}
_CHANGED: Final = 0.9
"""How much a class that is not the tagger's is trusted."""


@lru_cache(maxsize=1)
def shipped() -> Decoder:
    """Return the model that comes with the package, loaded at the first call."""
    return opened(Path(__file__).parent / MODEL)


def classed(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Found]], decoder: Decoder, *, source: str
) -> list[list[Found]]:
    """Return `names` with the classes that `decoder` and the tagger together think best, without what is no name.

    `source` is the training set whose way of putting names into classes is asked for.
    """
    from pycrfsuite import ItemSequence

    gathered = Gathered(sentences, names)
    result: list[list[Found]] = []
    for number, inside in enumerate(names):
        found: list[Found] = []
        for name in inside:
            if name.trust >= _CERTAIN or (
                name.trust >= _SETTLED and _is_plain(name, sentences[number].words[name.start])
            ):
                found.append(name)
                continue
            decoder.set(ItemSequence([traits(gathered, number, name, source=source)]))
            none = decoder.marginal(NO_NAME, 0)
            if none > _NONE:
                continue
            shares = [
                (1 - _TAGGER) * decoder.marginal(label, 0) / (1 - none) + _TAGGER * share
                for label, share in zip(CLASSES, name.shares, strict=True)
            ]
            best = max(shares)
            label = CLASSES[shares.index(best)]
            found.append(name if label == name.label else replace(name, label=label, trust=_CHANGED * best))
        result.append(found)
    return result


def _is_plain(name: Found, word: str) -> bool:
    """Return whether a name has several words, or one that the lists put into its class and into no other."""
    if name.end - name.start > 1:
        return True
    kinds = kinds_of(word)
    return bool(kinds) and kinds <= _LISTED.get(name.label, frozenset())
