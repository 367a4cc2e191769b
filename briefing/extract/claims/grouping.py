"""Grouping: words that stand between the same neighbours, put together from plain text.

Needs numpy, which only training does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from briefing.extract.attribution.words import words

COARSE: Final = 60
FINE: Final = 250
LEAST: Final = 6
"""Rarer words tell too little of their neighbours."""
MOST_WORDS: Final = 9000
NEIGHBOURS: Final = 1500
_PLACES: Final = (-1, 1, -2, 2)
_DIMENSIONS: Final = 70
_SEED: Final = 1

Matrix = npt.NDArray[np.float32]


def groups(texts: Iterable[str]) -> dict[str, int]:
    """Return for each frequent word the number of its fine group times 100, plus that of its coarse one."""
    streams = [words(text).lower for text in texts]
    counts = Counter(word for stream in streams for word in stream)
    listed = [word for word, count in counts.most_common(MOST_WORDS) if count >= LEAST]
    neighbours = [word for word, _ in counts.most_common(NEIGHBOURS)]
    vectors = _vectors(_counted(streams, listed, neighbours))
    coarse, fine = _clustered(vectors, COARSE), _clustered(vectors, FINE)
    return {word: int(fine[at]) * 100 + int(coarse[at]) for at, word in enumerate(listed)}


def _counted(streams: list[tuple[str, ...]], listed: list[str], neighbours: list[str]) -> Matrix:
    """Return how often each listed word has each neighbour at each place; the last column of a place is any other."""
    rows = {word: at for at, word in enumerate(listed)}
    columns = {word: at for at, word in enumerate(neighbours)}
    width = len(neighbours) + 1
    table = np.zeros((len(listed), len(_PLACES) * width), dtype=np.float32)
    for stream in streams:
        row = np.array([rows.get(word, -1) for word in stream])
        column = np.array([columns.get(word, width - 1) for word in stream])
        for number, away in enumerate(_PLACES):
            shifted = np.full(len(stream), width - 1)
            if away > 0:
                shifted[:-away] = column[away:]
            else:
                shifted[-away:] = column[:away]
            known = row >= 0
            np.add.at(table, (row[known], shifted[known] + number * width), 1)
    return table


def _vectors(table: Matrix) -> Matrix:
    """Return a short vector of length one for each word: positive mutual information, brought down in rank."""
    share = table.sum(axis=0, keepdims=True) ** 0.75
    share = share / share.sum() * table.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        informed = np.log(table * table.sum() / (table.sum(axis=1, keepdims=True) * share))
    informed[~np.isfinite(informed)] = 0
    informed = np.maximum(informed, 0).astype(np.float32)
    basis = informed @ np.random.default_rng(0).standard_normal((table.shape[1], 90)).astype(np.float32)
    for _ in range(4):
        basis, _ = np.linalg.qr(informed @ (informed.T @ basis))
    left, sizes, _ = np.linalg.svd(basis.T @ informed, full_matrices=False)
    vectors = (basis @ left)[:, :_DIMENSIONS] * np.sqrt(sizes[:_DIMENSIONS])
    scaled: Matrix = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return scaled


def _clustered(vectors: Matrix, count: int) -> npt.NDArray[np.int64]:
    """Return the number of the nearest of `count` centres for each vector, after rounds of moving the centres."""
    count = min(count, len(vectors))
    centres = vectors[np.random.default_rng(_SEED).choice(len(vectors), count, replace=False)]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(25):
        nearest = (vectors @ centres.T).argmax(axis=1)
        for number in range(count):
            held = vectors[nearest == number]
            if len(held):
                middle = held.mean(axis=0)
                centres[number] = middle / (np.linalg.norm(middle) + 1e-9)
    return nearest
