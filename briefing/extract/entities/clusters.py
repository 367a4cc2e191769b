"""The program that lists ordinary words and groups words by their neighbours.

`python -m briefing.extract.entities.clusters` writes lexicons/ordinary.txt and lexicons/clusters.txt, which the tagger
looks at; numpy is needed here only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.extract.entities.labelled import own_texts
from briefing.extract.entities.stretches import is_heading
from briefing.extract.entities.tokens import tokenised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DATA: Final = Path(__file__).parents[3] / ".." / "shared" / "eval" / "data"
OPEN_TEXTS: Final = (
    "entities_train.jsonl",
    "dates_wikiwars.dev.jsonl",
    "dates_gum.dev.jsonl",
    "sentences_gum.dev.jsonl",
)
"""The kit's sets whose texts may be trained on: Wikipedia, Wikinews and GUM's own licences."""
TARGET: Final = Path(__file__).parent / "lexicons"
HEADER: Final = """# Groups of words that stand between the same neighbours: coarse group, a stop, fine group, words.
# Source: made by clusters.py from Re-DocRED, CrossNER, GUM, Universal NER, WikiGold, WikiWars (all open licences) and
# the project's own labelled texts; words in lower case.
"""

ORDINARY_HEADER: Final = """# Words that stand in lower case within sentences, nearly always: in headings their capitals tell nothing.
# Source: made by clusters.py from the same texts as clusters.txt.
"""

_ORDINARY: Final = 0.75
"""The share of lower case from which a word is ordinary."""
_TWICE: Final = 2
_LEAST: Final = 6
_NEIGHBOURS: Final = 1500
_DIMENSIONS: Final = 60
_COARSE: Final = 48
_FINE: Final = 9
"""Fine groups in a coarse one."""
_ROUNDS: Final = 25
_SEED: Final = 20240121


def texts(folder: Path) -> Iterator[str]:
    """Return the texts of the open sets in `folder` and the project's own, each text once."""
    seen: set[str] = set()
    for name in OPEN_TEXTS:
        with (folder / name).open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                if text[:200] not in seen:
                    seen.add(text[:200])
                    yield text
    for document in own_texts():
        yield document.text


def ordinary(corpus: Iterable[str]) -> list[str]:
    """Return the words of `corpus` that hardly ever have a capital within a sentence, in order of the alphabet."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in corpus:
        for sentence in tokenised(text):
            if not is_heading(sentence):
                for word in sentence.words[1:]:
                    if word.isalpha():
                        (lower if word.islower() else capital)[word.lower()] += 1
    return sorted(
        word
        for word, count in lower.items()
        if count >= _TWICE and word.isascii() and count >= _ORDINARY * (count + capital[word])
    )


def grouped(corpus: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return named groups of the frequent words of `corpus`: positive PMI with neighbours, SVD, k-means twice."""
    import numpy as np

    sentences = [[word.lower() for word in sentence.words] for text in corpus for sentence in tokenised(text)]
    counts = Counter(word for words in sentences for word in words)
    vocabulary = [word for word, count in counts.most_common() if count >= _LEAST and any(map(str.isalpha, word))]
    row_of = {word: row for row, word in enumerate(vocabulary)}
    column_of = {word: column for column, (word, _) in enumerate(counts.most_common(_NEIGHBOURS - 1))}
    rare = _NEIGHBOURS - 1
    table = np.zeros((len(vocabulary), 2 * _NEIGHBOURS), dtype=np.float32)
    for words in sentences:
        for index, word in enumerate(words):
            row = row_of.get(word)
            if row is None:
                continue
            left = column_of.get(words[index - 1], rare) if index else rare
            right = column_of.get(words[index + 1], rare) if index + 1 < len(words) else rare
            table[row, left] += 1
            table[row, _NEIGHBOURS + right] += 1
    vectors = _reduced(table)
    random = np.random.default_rng(_SEED)
    coarse = _nearest_means(vectors, _COARSE, random)
    result: list[tuple[str, list[str]]] = []
    for group in range(_COARSE):
        members = np.flatnonzero(coarse == group)
        if not len(members):
            continue
        fine = _nearest_means(vectors[members], min(_FINE, len(members)), random)
        for part in range(_FINE):
            words = [vocabulary[row] for row in members[fine == part]]
            if words:
                result.append((f"{group}.{part}", words))
    return result


def _reduced(table: Matrix) -> Matrix:
    """Return a unit vector of `_DIMENSIONS` for each row: its positive pointwise mutual information, reduced."""
    import numpy as np

    total = table.sum()
    expected = table.sum(axis=1, keepdims=True) * np.power(table.sum(axis=0, keepdims=True), 0.75)
    expected *= total / expected.sum() if expected.sum() else 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.nan_to_num(np.log(table * total / expected / total), neginf=0.0, posinf=0.0)
    information = np.maximum(information, 0.0).astype(np.float32)
    random = np.random.default_rng(_SEED)
    sketch = information @ random.standard_normal((information.shape[1], _DIMENSIONS + 20)).astype(np.float32)
    for _ in range(2):
        sketch, _rest = np.linalg.qr(information @ (information.T @ sketch))
    left, sizes, _right = np.linalg.svd(sketch.T @ information, full_matrices=False)
    vectors = (sketch @ left)[:, :_DIMENSIONS] * np.sqrt(sizes[:_DIMENSIONS])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    reduced: Matrix = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return reduced


def _nearest_means(vectors: Matrix, count: int, random: np.random.Generator) -> NDArray[np.int64]:
    """Return for each vector the number of its group, by cosine."""
    import numpy as np

    means = vectors[random.choice(len(vectors), size=count, replace=False)]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(_ROUNDS):
        nearest = np.argmax(vectors @ means.T, axis=1)
        for group in range(count):
            members = vectors[nearest == group]
            if len(members):
                mean = members.mean(axis=0)
                means[group] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return nearest


def main() -> None:
    """Group the words of the open texts and write them where the tagger reads them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=TARGET, help="the folder for the lists")
    options = parser.parse_args()
    corpus = list(texts(options.data))
    lines = [f"{name} {' '.join(words)}" for name, words in grouped(corpus)]
    Path(options.target, "clusters.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    listed = " ".join(ordinary(corpus))
    Path(options.target, "ordinary.txt").write_text(ORDINARY_HEADER + listed + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
