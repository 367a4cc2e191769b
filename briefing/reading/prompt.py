"""The line that is typed into: its text, its cursor, and what the editing keys do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.values import dataclass

LONGEST: Final = 500
"""Characters that a line takes."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A line being typed: "/" and what to search for."""

    label: str
    text: str = ""
    at: int = 0
    """The cursor: an index into `text`."""


def typed(prompt: Prompt, words: str) -> Prompt:
    """Return the prompt with `words` inserted at the cursor, line ends as spaces, other controls left out."""
    clean = "".join(char for char in " ".join(words.splitlines()) if char.isprintable())
    text = (prompt.text[: prompt.at] + clean + prompt.text[prompt.at :])[:LONGEST]
    return replace(prompt, text=text, at=min(prompt.at + len(clean), len(text)))


def completed(prompt: Prompt, known: Iterable[str]) -> Prompt:
    """Return the prompt with the word before the cursor made the next of the `known` ones that begin like it.

    A word that is one of them is followed by the next that begins with the same letter.
    """
    before, after = prompt.text[: prompt.at], prompt.text[prompt.at :]
    start = before.rfind(" ") + 1
    word = before[start:]
    names = list(known)
    if word in names:
        alike = [name for name in names if name[:1].casefold() == word[:1].casefold()]
        found = alike[(alike.index(word) + 1) % len(alike)]
    else:
        found = next((name for name in names if name.casefold().startswith(word.casefold())), word)
    text = before[:start] + found
    return replace(prompt, text=text + after, at=len(text))


def edited(prompt: Prompt, key: str) -> Prompt:
    """Return the prompt after an editing key, as readline has them; unchanged for any other key."""
    text, at = prompt.text, prompt.at
    word = len(text[:at].rstrip().rpartition(" ")[0])
    word += 1 if word else 0
    match key:
        case "backspace" | "ctrl+h":
            return replace(prompt, text=text[: max(0, at - 1)] + text[at:], at=max(0, at - 1))
        case "delete" | "ctrl+d":
            return replace(prompt, text=text[:at] + text[at + 1 :])
        case "ctrl+w":
            return replace(prompt, text=text[:word] + text[at:], at=word)
        case "ctrl+u":
            return replace(prompt, text=text[at:], at=0)
        case "ctrl+k":
            return replace(prompt, text=text[:at])
        case "left" | "ctrl+b":
            return replace(prompt, at=max(0, at - 1))
        case "right" | "ctrl+f":
            return replace(prompt, at=min(len(text), at + 1))
        case "home" | "ctrl+a":
            return replace(prompt, at=0)
        case "end" | "ctrl+e":
            return replace(prompt, at=len(text))
    return prompt
