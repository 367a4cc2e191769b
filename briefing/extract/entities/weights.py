"""The weights of a trained model: read from a model file, averaged over several, thinned, and written again.

The file is CRFsuite's (lCRF 100): features, the names of labels and traits as a constant database, and references.
Its library can train and decode, but neither average models nor leave out what weighs nothing.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Weights = dict[tuple[str, str], float]

_TABLES: Final = 256
_HEADER: Final = 48
_DATABASE_HEADER: Final = 24 + 8 * _TABLES
_BYTE_ORDER: Final = 0x62445371
_MASK: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Model:
    """What a linear-chain model weighs: label after label, and trait with label."""

    labels: tuple[str, ...]
    transitions: Weights
    states: Weights


def read(path: Path) -> Model:
    """Return the weights in the model file at `path`."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder, "dump.txt")
        tagger.dump(str(dump))
        lines = dump.read_text(encoding="utf-8").split("\n")
    transitions: Weights = {}
    states: Weights = {}
    for line in lines:
        kind, _, rest = line.strip().partition(" ")
        if kind not in {"(0)", "(1)"} or " --> " not in rest:
            continue
        front, _, back = rest.rpartition(" --> ")
        label, _, weight = back.rpartition(": ")
        (states if kind == "(0)" else transitions)[(front.strip() if kind == "(1)" else front, label)] = float(weight)
    return Model(tuple(tagger.labels()), transitions, states)


def averaged(models: Sequence[Model]) -> Model:
    """Return the mean of `models`; a weight that one of them lacks is 0 there."""
    transitions: Weights = {}
    states: Weights = {}
    for model in models:
        for mean, own in ((transitions, model.transitions), (states, model.states)):
            for key, weight in own.items():
                mean[key] = mean.get(key, 0.0) + weight / len(models)
    return Model(tuple(sorted({label for model in models for label in model.labels})), transitions, states)


def thinned(model: Model, *, least: float) -> Model:
    """Return `model` without the trait weights whose size is below `least`."""
    return Model(
        model.labels, model.transitions, {key: weight for key, weight in model.states.items() if abs(weight) >= least}
    )


def write(model: Model, path: Path) -> None:
    """Write `model` to `path` in CRFsuite's form; the same model gives the same bytes."""
    labels = {label: number for number, label in enumerate(model.labels)}
    names = sorted({trait for trait, _ in model.states})
    traits = {name: number for number, name in enumerate(names)}
    by_trait: list[list[int]] = [[] for _ in names]
    by_label: list[list[int]] = [[] for _ in labels]
    features: list[bytes] = []
    for (trait, label), weight in sorted(model.states.items()):
        by_trait[traits[trait]].append(len(features))
        features.append(struct.pack("<IIId", 0, traits[trait], labels[label], weight))
    for (source, label), weight in sorted(model.transitions.items()):
        by_label[labels[source]].append(len(features))
        features.append(struct.pack("<IIId", 1, labels[source], labels[label], weight))
    body = b"".join(features)
    out = bytearray(_HEADER)
    offsets = [len(out)]
    out += struct.pack("<4sII", b"FEAT", 12 + len(body), len(features)) + body
    for part in (_database(model.labels), _database(names)):
        offsets.append(len(out))
        out += part
    for mark, groups in ((b"LFRF", by_label), (b"AFRF", by_trait)):
        # The references count from the beginning of the file.
        offsets.append(len(out))
        out += _references(mark, groups, len(out))
    out[:_HEADER] = struct.pack(
        "<4sI4sIIIIIIIII", b"lCRF", len(out), b"FOMC", 100, 0, len(labels), len(names), *offsets
    )
    path.write_bytes(bytes(out))


def _references(mark: bytes, groups: Sequence[Sequence[int]], begin: int) -> bytes:
    at = begin + 12 + 4 * len(groups)
    offsets: list[int] = []
    body = bytearray()
    for group in groups:
        offsets.append(at + len(body))
        body += struct.pack(f"<I{len(group)}I", len(group), *group)
    table = struct.pack(f"<{len(offsets)}I", *offsets)
    return struct.pack("<4sII", mark, 12 + len(table) + len(body), len(groups)) + table + bytes(body)


def _database(keys: Sequence[str]) -> bytes:
    """Return the constant quick database that maps `keys` to their numbers and back."""
    data = bytearray()
    backward: list[int] = []
    tables: list[list[tuple[int, int]]] = [[] for _ in range(_TABLES)]
    for number, key in enumerate(keys):
        raw = key.encode() + b"\0"
        offset = _DATABASE_HEADER + len(data)
        hashed = _hash(raw)
        tables[hashed % _TABLES].append((hashed, offset))
        backward.append(offset)
        data += struct.pack("<II", number, len(raw)) + raw
    references = bytearray()
    for table in tables:
        size = 2 * len(table)
        references += struct.pack("<II", _DATABASE_HEADER + len(data) if size else 0, size)
        slots = [(0, 0)] * size
        for hashed, offset in table:
            slot = (hashed >> 8) % size
            while slots[slot][1]:
                slot = (slot + 1) % size
            slots[slot] = (hashed, offset)
        for pair in slots:
            data += struct.pack("<II", *pair)
    back = _DATABASE_HEADER + len(data)
    data += struct.pack(f"<{len(backward)}I", *backward)
    total = _DATABASE_HEADER + len(data)
    return (
        struct.pack("<4sIIIII", b"CQDB", total, 0, _BYTE_ORDER, len(backward), back) + bytes(references) + bytes(data)
    )


def _rotated(value: int, by: int) -> int:
    return ((value << by) | (value >> (32 - by))) & _MASK


def _hash(raw: bytes) -> int:
    """Return Bob Jenkins' lookup3 hash of `raw` (hashlittle, seed 0), by which the database is found."""
    a = b = c = (0xDEADBEEF + len(raw)) & _MASK
    padded = raw + b"\0" * (-len(raw) % 12)
    words: tuple[int, ...] = struct.unpack(f"<{len(padded) // 4}I", padded)
    for at in range(0, len(words) - 3, 3):
        a, b, c = (a + words[at]) & _MASK, (b + words[at + 1]) & _MASK, (c + words[at + 2]) & _MASK
        a = ((a - c) & _MASK) ^ _rotated(c, 4)
        c = (c + b) & _MASK
        b = ((b - a) & _MASK) ^ _rotated(a, 6)
        a = (a + c) & _MASK
        c = ((c - b) & _MASK) ^ _rotated(b, 8)
        b = (b + a) & _MASK
        a = ((a - c) & _MASK) ^ _rotated(c, 16)
        c = (c + b) & _MASK
        b = ((b - a) & _MASK) ^ _rotated(a, 19)
        a = (a + c) & _MASK
        c = ((c - b) & _MASK) ^ _rotated(b, 4)
        b = (b + a) & _MASK
    a, b, c = (a + words[-3]) & _MASK, (b + words[-2]) & _MASK, (c + words[-1]) & _MASK
    c = ((c ^ b) - _rotated(b, 14)) & _MASK
    a = ((a ^ c) - _rotated(c, 11)) & _MASK
    b = ((b ^ a) - _rotated(a, 25)) & _MASK
    c = ((c ^ b) - _rotated(b, 16)) & _MASK
    a = ((a ^ c) - _rotated(c, 4)) & _MASK
    b = ((b ^ a) - _rotated(a, 14)) & _MASK
    return ((c ^ b) - _rotated(b, 24)) & _MASK
