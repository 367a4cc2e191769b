"""The screens worth seeing, as pictures: the README shows some of them.

A picture that has changed fails; `make pictures` draws all of them anew, to be looked at before they are committed.
"""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

import pytest

from briefing.settings import Settings
from tests.tui.conftest import Opened

PICTURES = Path(__file__).parent / "pictures"
ROOT = Path(__file__).parents[2]
SCREENS = {
    "three-panes": ((120, 36), "dusk", "enter"),
    "fact": ((120, 36), "dusk", "enter tab j j"),
    "name": ((120, 36), "paper", "enter e e"),
    "mentions": ((120, 36), "paper", "enter e e enter"),
    "help": ((120, 36), "dusk", "question_mark"),
    "search": ((100, 30), "contrast", "enter slash w a t e r enter n"),
    "roomy": ((200, 50), "dusk", "enter v right_parenthesis"),
    "list": ((80, 24), "dusk", "j j"),
    "reader": ((80, 24), "dusk", "j j enter"),
    "facts-below": ((80, 24), "paper", "j j enter tab j"),
    "note": ((120, 36), "dusk", "enter right_curly_bracket v w w w 2 right_curly_bracket a w h o question_mark escape"),
    "writing": ((80, 24), "paper", "j enter right_curly_bracket a w h o space s a y s"),
    "notebook": ((100, 30), "dusk", "enter m J a h m m escape M"),
    "names": ((80, 24), "dusk", "I down"),
    "quiet": ((120, 30), "paper", "j j enter z"),
    "small": ((40, 20), "dusk", "j enter"),
    "news": ((120, 36), "dusk", "enter q W"),
    "story-new": ((80, 24), "paper", "enter q j o w"),
    "by-story": ((120, 36), "dusk", "s s s s s j"),
    "story": ((120, 36), "dusk", "o"),
    "story-compare": ((120, 36), "dusk", "o c j j enter"),
    "story-timeline": ((80, 24), "paper", "G o t"),
    "story-beside": ((120, 36), "paper", "o b j j j"),
    "story-above": ((80, 24), "monochrome", "G o b j j j"),
    "story-names": ((80, 24), "dusk", "G o i"),
    "monochrome": ((80, 24), "monochrome", "j j enter e"),
}
TEXT = re.compile(r'<text class="[^"]*-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>')
STYLE = re.compile(r"\.[\w-]+-(r\d+) \{ ([^}]*) \}")
GROUND = re.compile(r'<rect fill="([^"]*)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')


def seen(svg: str) -> list[tuple[str, ...]]:
    """Return what a picture shows: each stretch of text with its place and looks, and each ground."""
    styles = dict(STYLE.findall(svg))
    words = [(y, x, html.unescape(text), styles[name]) for name, x, y, text in TEXT.findall(svg)]
    return [*words, *GROUND.findall(svg)]


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(name: str, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    size, theme, keys = SCREENS[name]
    picture = PICTURES / f"{name}.svg"
    monkeypatch.chdir(ROOT)
    async with opened(Path("seeds"), size=size, settings=Settings(theme=theme)) as screen:
        # One by one: what a key leads to beside the screen is there before the next, however busy the machine is.
        for key in keys.split():
            await screen.press(key)
        svg = screen.app.export_screenshot(title="briefing")

    if os.environ.get("DRAW_PICTURES"):
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(svg, encoding="utf-8")
    assert seen(svg) == seen(picture.read_text(encoding="utf-8"))


def test_the_readme_shows_pictures_that_there_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"\]\((tests/tui/pictures/[^)]*)\)", readme)

    assert shown
    assert all((ROOT / path).is_file() for path in shown)


def test_no_picture_is_left_of_a_screen_that_is_gone() -> None:
    assert {path.stem for path in PICTURES.glob("*.svg")} == set(SCREENS)
