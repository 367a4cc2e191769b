"""The program that makes the three models: `python -m briefing.extract.entities.train`, ten minutes on one core.

The tagger's model is the mean of several averaged perceptrons, each with the examples in another order: the order
decides which of two equally good weights grows, and the mean evens that out. Weights that hardly weigh are left out.
The model of classes learns from what such taggers find in texts that they have not seen, mistakes included.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from briefing.extract.entities import classes, kinds, tagger, weights
from briefing.extract.entities.examples import OWN, Example, class_examples, kind_examples, sequences
from briefing.extract.entities.headings import passage
from briefing.extract.entities.labelled import Labelled, open_sets, own_texts
from briefing.extract.entities.recogniser import CONVENTION
from briefing.extract.entities.renaming import renamed
from briefing.extract.entities.tokens import tokenised

OPEN_SETS: Final = Path(__file__).parents[3] / ".." / "shared" / "eval" / "data" / "entities_train.jsonl"

_SEEDS: Final = (1, 2, 3)
"""One model for each from the texts as they are, and one with a copy under other names."""
_ROUNDS: Final = 5
"""More rounds fit the training sets better and other texts worse."""
_LEAST_SEEN: Final = 2
_LEAST_WEIGHT: Final = 1.8
"""Below this lie two thirds of all weights; leaving them out changed no dev set by more than the noise of 0.4."""
_FOLDS: Final = 4
_LEAST_WEIGHT_IN_FOLDS: Final = 1.0
_LEAST_OF_CLASSES: Final = 0.02
_KEPT: Final = (CONVENTION, OWN)
_UNRENAMED: Final = "crossner"
"""Sets of single sentences dense with names: more of them made the model for news worse."""


def train_names(
    documents: Sequence[Labelled],
    target: Path,
    *,
    seeds: Sequence[int] = _SEEDS,
    conventions: Sequence[str] = _KEPT,
    least: float = _LEAST_WEIGHT,
) -> None:
    """Write to `target` the tagger's model: the thinned mean of two averaged perceptrons for each of `seeds`.

    Of the traits that name a training set, those of `conventions` stay.
    """
    plain = list(sequences(documents))
    nearer = [document for document in documents if not document.source.startswith(_UNRENAMED)]
    models: list[weights.Model] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model")
        for seed in seeds:
            for examples in (list(plain), [*plain, *sequences(renamed(nearer, seed=seed))]):
                random.Random(seed).shuffle(examples)  # noqa: S311 - an order, no secret
                _train(
                    "averaged-perceptron", {"max_iterations": _ROUNDS, "feature.minfreq": _LEAST_SEEN}, examples, path
                )
                models.append(weights.read(path))
    mean = weights.averaged(models)
    weights.write(weights.thinned(without_sources(mean, but=conventions), least=least), target)


def train_classes(documents: Sequence[Labelled], target: Path) -> None:
    """Write to `target` the model that weighs the classes of whole names, learned from names found in unseen texts."""
    examples: list[Example] = []
    for fold in range(_FOLDS):
        unseen = documents[fold::_FOLDS]
        seen = [document for number, document in enumerate(documents) if number % _FOLDS != fold]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "model")
            train_names(seen, path, seeds=(fold,), least=_LEAST_WEIGHT_IN_FOLDS)
            decoder = tagger.opened(path)
            for document in unseen:
                found = tagger.tagged(passage(tokenised(document.text)), decoder, source=CONVENTION, thorough=True)
                examples.extend(class_examples(document, found))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model")
        _train("lbfgs", {"c1": 1.0, "c2": 0.5, "max_iterations": 100, "feature.minfreq": _LEAST_SEEN}, examples, path)
        weights.write(weights.thinned(weights.read(path), least=_LEAST_OF_CLASSES), target)


def without_sources(model: weights.Model, *, but: Sequence[str]) -> weights.Model:
    """Return `model` without the traits that name a training set other than those in `but`: nobody asks for them."""
    kept = {
        (trait, label): weight
        for (trait, label), weight in model.states.items()
        if not trait.startswith("src=") or trait[4:].partition("|")[0] in but
    }
    return weights.Model(model.labels, model.transitions, kept)


def train_kinds(examples: Sequence[Example], target: Path) -> None:
    """Write to `target` the model that tells the fine types apart: logistic regression."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model")
        _train("lbfgs", {"c1": 0.05, "c2": 0.3, "max_iterations": 80}, examples, path)
        weights.write(weights.thinned(weights.read(path), least=0.01), target)


def _train(algorithm: str, settings: dict[str, float], examples: Iterable[Example], target: Path) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm=algorithm, verbose=False)
    trainer.set_params(settings)
    for items, labels in examples:
        trainer.append(pycrfsuite.ItemSequence(items), labels)
    trainer.train(str(target))


def main() -> None:
    """Train on the open sets and the project's own texts and write the models beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open-sets", type=Path, default=OPEN_SETS)
    parser.add_argument("--target", type=Path, default=Path(__file__).parent, help="the folder for the models")
    options = parser.parse_args()
    own = list(own_texts())
    # CrossNER's albums and poems taught it to take ships for works: fine types are learned from the own texts alone.
    train_kinds(list(kind_examples(own)), options.target / kinds.MODEL)
    documents = [*open_sets(options.open_sets), *own]
    train_names(documents, options.target / tagger.MODEL)
    train_classes(documents, options.target / classes.MODEL)


if __name__ == "__main__":
    main()
