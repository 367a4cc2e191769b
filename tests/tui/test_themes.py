from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from briefing.errors import BriefingError
from briefing.resources import themes as theme_folder
from briefing.settings.toml_file import read_toml
from briefing.tui.themes import COLOURS, MONOCHROME, PARTS, Theme, Themes, loaded, theme

AA = 4.5
"""The least contrast of text and its ground (WCAG 2.1, success criterion 1.4.3)."""
NO_TEXT = frozenset({"rule"})
THEMES = loaded((theme_folder(),))[0]
COLOURED = [one for one in THEMES if one.style("text").bgcolor not in (None, Color.default())]


def luminance(colour: Color) -> float:
    parts = [value / 255 for value in colour.get_truecolor()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    one, other = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (other + 0.05) / (one + 0.05)


def written(tmp_path: Path, **lines: str) -> Path:
    """Return a theme's file: every colour grey, and some lines otherwise."""
    colours = dict.fromkeys(COLOURS, "#808080") | lines
    path = tmp_path / "mine.toml"
    path.write_text("[colours]\n" + "".join(f'{name} = "{colour}"\n' for name, colour in colours.items()))
    return path


def test_five_themes_come_with_the_program() -> None:
    assert {one.name for one in THEMES} == {"dusk", "paper", "contrast", "terminal", "monochrome"}


@pytest.mark.parametrize("one", COLOURED, ids=lambda one: one.name)
@pytest.mark.parametrize("part", [part for part in PARTS if part not in NO_TEXT])
def test_every_text_can_be_read(one: Theme, part: str) -> None:
    assert contrast(one.style("text") + one.style(part)) >= AA


@pytest.mark.parametrize("one", COLOURED, ids=lambda one: one.name)
@pytest.mark.parametrize("ground", ["bookmark", "fact", "selection"])
@pytest.mark.parametrize("name", ["person", "organisation", "place", "other", "link"])
def test_names_can_be_read_on_every_ground(one: Theme, ground: str, name: str) -> None:
    assert contrast(one.style("text") + one.style(name) + one.style(ground)) >= AA


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_names_have_a_second_sign_beside_their_colour(one: Theme) -> None:
    assert all(
        one.style(name).underline or one.style(name).italic for name in ("person", "organisation", "place", "other")
    )


def test_monochrome_has_no_colours() -> None:
    assert not any(MONOCHROME.style(part).color or MONOCHROME.style(part).bgcolor for part in PARTS)


def test_the_terminals_own_theme_has_only_its_own_colours() -> None:
    own = Themes(theme_folder(), Path())["terminal"]
    colours = [colour for part in PARTS for colour in (own.style(part).color, own.style(part).bgcolor) if colour]

    assert all(colour.is_system_defined or colour.is_default for colour in colours)


def test_a_users_theme_takes_the_place_of_one_of_the_same_name(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text('name = "dusk"\n' + path.read_text())

    found = Themes(theme_folder(), tmp_path)

    assert found.problems == ()
    assert found["dusk"].style("text").color == Color.parse("#808080")


def test_a_broken_theme_costs_only_itself_and_is_named_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, text="grey!")

    found = Themes(theme_folder(), tmp_path)

    assert [one.name for one in found] == [one.name for one in THEMES]
    assert "mine.toml, line 3" in found.problems[0]
    assert '"grey!" is no colour' in found.problems[0]


def test_a_theme_that_comes_along_is_called_like_its_file() -> None:
    assert all(theme(read_toml(path)).name == path.stem for path in theme_folder().glob("*.toml"))


def test_a_colour_that_is_no_part_of_a_theme_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match='"acent" is no part of a theme') as error:
        theme(read_toml(written(tmp_path, acent="#ffffff")))

    assert error.value.hint == 'did you mean "accent"?'


def test_a_missing_colour_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[colours]\n")

    with pytest.raises(BriefingError, match="the colour ground is missing"):
        theme(read_toml(path))


def test_an_unknown_theme_is_named_with_the_nearest() -> None:
    with pytest.raises(BriefingError, match='"dask" is no theme') as error:
        Themes(theme_folder(), Path())["dask"]

    assert error.value.hint == 'did you mean "dusk"?'
