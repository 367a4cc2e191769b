"""The part of JSON Schema that the contract uses, so that the tests need no further package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from briefing.export.json_text import Json

SHARED: Final = Path(__file__).parents[2] / ".." / "shared"
CONTRACT: Final = SHARED / "contract" / "facts.schema.json"
"""Lies beside the checkout where the program is developed, and nowhere else."""

TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
    "boolean": (bool,),
}


def contract() -> dict[str, Json]:
    rule: dict[str, Json] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    return rule


def problems(value: Json, rule: Json, *, whole: Json, path: str = "$") -> list[str]:
    """Return what is wrong with `value`, each with its place; nothing where it keeps the rule."""
    assert isinstance(rule, dict)
    if "$ref" in rule:
        return problems(value, referred(str(rule["$ref"]), whole), whole=whole, path=path)
    if "type" in rule and not is_type(value, rule["type"]):
        return [f"{path}: {type(value).__name__}, not {rule['type']}"]
    found = []
    if "const" in rule and value != rule["const"]:
        found.append(f"{path}: {value!r}, not {rule['const']!r}")
    allowed = rule.get("enum", [value])
    assert isinstance(allowed, list)
    if value not in allowed:
        found.append(f"{path}: {value!r} is none of {allowed}")
    if isinstance(value, dict):
        found += object_problems(value, rule, whole=whole, path=path)
    if isinstance(value, list):
        if len(value) < int(str(rule.get("minItems", 0))):
            found.append(f"{path}: fewer than {rule['minItems']}")
        for number, item in enumerate(value):
            found += problems(item, rule.get("items", {}), whole=whole, path=f"{path}[{number}]")
    return found


def object_problems(value: dict[str, Json], rule: dict[str, Json], *, whole: Json, path: str) -> list[str]:
    required, properties = rule.get("required", []), rule.get("properties", {})
    assert isinstance(required, list)
    assert isinstance(properties, dict)
    found = [f"{path}: {key!r} is missing" for key in required if key not in value]
    for key, inner in properties.items():
        if key in value:
            found += problems(value[key], inner, whole=whole, path=f"{path}.{key}")
    return found


def span_problems(value: Json, text: str, *, path: str = "$") -> list[str]:
    """Return the ranges anywhere in `value` that do not lie in `text`."""
    found = []
    if isinstance(value, Mapping):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int) and not 0 <= start <= end <= len(text):
            found.append(f"{path}: {start} to {end} is outside the text")
        for key, item in value.items():
            found += span_problems(item, text, path=f"{path}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, item in enumerate(value):
            found += span_problems(item, text, path=f"{path}[{number}]")
    return found


def referred(reference: str, whole: Json) -> Json:
    rule = whole
    for step in reference.removeprefix("#/").split("/"):
        assert isinstance(rule, dict)
        rule = rule[step]
    return rule


def is_type(value: Json, names: Json) -> bool:
    allowed = [names] if isinstance(names, str) else names
    assert isinstance(allowed, list)
    if isinstance(value, bool):
        return "boolean" in allowed
    return any(isinstance(value, TYPES[str(name)]) for name in allowed)
