"""The form in which a report is remembered: short keys and short lists, because a thousand of them are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from briefing.export.notes_shape import Object
from briefing.model import Comparison
from briefing.stories.amounts import Amount
from briefing.stories.points import Point, Report

SIGNS: Final = {sign.value: sign for sign in Comparison}


def as_object(report: Report) -> Object:
    """Return `report` as JSON holds it, what is empty left out."""
    head: Object = {
        "id": report.article,
        "title": report.title,
        "source": report.source,
        "published": report.published,
        "text": report.text,
    }
    return {**head, "points": [_point_object(point) for point in report.points]}


def report_of(value: object) -> Report | None:
    """Return the report that JSON holds; None where it is none. A point that is none is left out."""
    if not isinstance(value, dict):
        return None
    name, text, points = value.get("id"), value.get("text"), value.get("points")
    if not (isinstance(name, str) and name and isinstance(text, str) and isinstance(points, list)):
        return None
    found = tuple(point for one in points if isinstance(one, dict) and (point := _point(one)) is not None)
    return Report(name, _text(value, "title"), _text(value, "source"), _text(value, "published"), text, found)


def _point_object(point: Point) -> Object:
    texts = {
        "h": point.heading,
        "l": point.label,
        "w": point.words,
        "by": point.said_by,
        "s": point.status,
        "m": point.matter,
    }
    flags = {"key": point.is_key, "main": point.is_main}
    amount = {} if point.amount is None else {"a": _amount_object(point.amount)}
    return {
        **{key: text for key, text in texts.items() if text},
        **{key: True for key, flag in flags.items() if flag},
        **amount,
    }


def _point(value: Mapping[str, object]) -> Point | None:
    heading = value.get("h")
    if not isinstance(heading, str):
        return None
    held = value.get("a")
    return Point(
        heading, _text(value, "l"), _text(value, "w"), _text(value, "by"), _text(value, "s"), _text(value, "m"),
        _amount(held) if isinstance(held, dict) else None, value.get("main") is True, value.get("key") is True,
    )  # fmt: skip


def _amount_object(amount: Amount) -> Object:
    found = {
        "v": _number_text(amount.value),
        "to": _number_text(amount.high),
        "c": amount.comparison.value,
        "u": amount.unit or "",
        "in": amount.scope,
        "on": amount.day.isoformat() if amount.day else "",
        "d": amount.change or "",
        "by": amount.change_by,
        "w": amount.words,
    }
    return {key: value for key, value in found.items() if value}


def _amount(value: Mapping[str, object]) -> Amount:
    change = value.get("d")
    return Amount(
        _number(value.get("v")),
        _number(value.get("to")),
        SIGNS.get(_text(value, "c"), Comparison.EQUAL),
        _text(value, "u") or None,
        _text(value, "in"),
        _day(value.get("on")),
        "up" if change == "up" else "down" if change == "down" else None,
        value.get("by") is True,
        _text(value, "w"),
    )


def _text(value: Mapping[str, object], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""


def _number_text(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def _number(value: object) -> Decimal | None:
    try:
        number = Decimal(value) if isinstance(value, str) and value else None
    except InvalidOperation:
        return None
    return number if number is None or number.is_finite() else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None
