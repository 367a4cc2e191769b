"""Models read, averaged, thinned and written."""

from __future__ import annotations

from pathlib import Path

import pycrfsuite

from briefing.extract.entities import weights

EXAMPLES = [
    ([["w=ada", "cap"], ["w=left"]], ["B-PERSON", "O"]),
    ([["w=in"], ["w=oslo", "cap", "é: -->"]], ["O", "B-PLACE"]),
]


def trained(path: Path) -> weights.Model:
    trainer = pycrfsuite.Trainer(algorithm="averaged-perceptron", verbose=False)
    trainer.set_params({"max_iterations": 5})
    for items, labels in EXAMPLES:
        trainer.append(pycrfsuite.ItemSequence(items), labels)
    trainer.train(str(path))
    return weights.read(path)


def test_a_model_that_is_written_is_read_again_and_tags_as_before(tmp_path: Path) -> None:
    model = trained(tmp_path / "a")

    weights.write(model, tmp_path / "b")

    assert weights.read(tmp_path / "b") == model
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "b"))
    assert [tagger.tag(items) for items, _ in EXAMPLES] == [labels for _, labels in EXAMPLES]


def test_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    model = trained(tmp_path / "a")

    weights.write(model, tmp_path / "b")
    weights.write(weights.read(tmp_path / "b"), tmp_path / "c")

    assert (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()


def test_the_mean_of_two_models_counts_a_missing_weight_as_nothing() -> None:
    one = weights.Model(("O",), {("O", "O"): 1.0}, {("w=a", "O"): 4.0})
    two = weights.Model(("O",), {}, {("w=b", "O"): -1.0})

    mean = weights.averaged([one, two])

    assert mean.transitions == {("O", "O"): 0.5}
    assert weights.thinned(mean, least=1.0).states == {("w=a", "O"): 2.0}
