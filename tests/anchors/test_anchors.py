"""Anchors: words found again in changed texts, and never other words."""

from __future__ import annotations

import pickle
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors import locate, make_anchor
from briefing.anchors.folding import folded
from briefing.model import Anchor
from tests.steps import MILLION, at_most

HERE = Path(__file__)
CORPUS = tomllib.loads((HERE.parents[1] / "corpus" / "anchors.toml").read_text(encoding="utf-8"))
KIT = HERE.parents[2] / ".." / "shared" / "eval"

Example = dict[str, str]


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its brackets, and the range that stood between them."""
    start, end = text.find("[["), text.find("]]") - 2
    return text.replace("[[", "").replace("]]", ""), start, end


def why(example: Example) -> str:
    return example["why"]


@pytest.mark.parametrize("example", CORPUS["certain"], ids=why)
def test_words_are_found_again(example: Example) -> None:
    text, start, end = marked(example["new"])

    placement = locate(make_anchor(*marked(example["old"])), text)

    assert placement is not None
    assert placement.certain
    assert text[placement.start : placement.end] == text[start:end]
    assert placement.start == start


@pytest.mark.parametrize("example", CORPUS["uncertain"], ids=why)
def test_what_only_looks_alike_is_never_taken_in_silence(example: Example) -> None:
    placement = locate(make_anchor(*marked(example["old"])), example["new"])

    assert placement is None or not placement.certain


@pytest.mark.parametrize("example", CORPUS["gone"], ids=why)
def test_what_is_gone_has_no_place(example: Example) -> None:
    assert locate(make_anchor(*marked(example["old"])), example["new"]) is None


TEXTS = st.text(alphabet="ab cde.\n“’é\u0301\u200b\u00a0AZ19", max_size=80)


@given(TEXTS, st.data())
def test_in_the_same_text_every_range_is_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    placement = locate(make_anchor(text, start, end), text)

    assert placement is not None
    assert (placement.start, placement.end, placement.certain) == (start, end, True)


@given(TEXTS, TEXTS, st.data())
def test_a_place_lies_in_its_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))

    placement = locate(make_anchor(old, start, end), new)

    assert placement is None or 0 <= placement.start <= placement.end <= len(new)


STORY = (
    "The harbour opened at six. Two tugs brought the freighter in while a crowd looked on. Nobody was hurt, the harbour "
    "master said, and the crew of 14 went ashore.\n\nThe ship had lost its rudder off Cape Wrath on Monday. A second "
    "freighter, which had answered the call, stood by for nine hours until the tugs came."
)


@given(st.text(max_size=60), st.data())
def test_an_insertion_elsewhere_only_shifts_a_mark(inserted: str, data: st.DataObject) -> None:
    start, end = STORY.index("Nobody was"), STORY.index(" went ashore")
    place = data.draw(st.sampled_from([0, STORY.index("\n\nThe ship"), len(STORY)]))
    changed = STORY[:place] + "\n\n" + inserted + "\n\n" + STORY[place:]

    placement = locate(make_anchor(STORY, start, end), changed)

    assert placement is not None
    assert placement.certain
    assert changed[placement.start : placement.end] == STORY[start:end]


def test_an_anchor_from_another_program_that_kept_no_text_is_found_by_its_words_and_neighbours() -> None:
    anchor = Anchor(quote="Nobody was hurt", prefix="while a crowd looked on. ", suffix=", the harbour master said,")

    placement = locate(anchor, STORY)

    assert placement is not None
    assert placement.certain
    assert STORY[placement.start : placement.end] == "Nobody was hurt"


def test_without_words_a_position_is_only_a_suggestion() -> None:
    placement = locate(Anchor(start=4, end=11), STORY)

    assert placement is not None
    assert (placement.start, placement.end, placement.certain) == (4, 11, False)


def test_an_anchor_survives_being_stored() -> None:
    anchor = make_anchor(STORY, 4, 11)

    assert pickle.loads(pickle.dumps(anchor)) == anchor  # noqa: S301
    assert anchor.quote == "harbour"
    assert anchor.occurrences == 2


def test_a_range_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        make_anchor("short", 3, 9)


@given(st.text(max_size=60))
def test_folding_keeps_order_and_knows_where_everything_came_from(text: str) -> None:
    fold = folded(text)

    assert len(fold.origin) == len(fold.text) + 1
    assert list(fold.origin) == sorted(fold.origin)
    assert "  " not in fold.text


@pytest.mark.parametrize("text", ["a" * 100_000, "a b " * 25_000, "“" * 100_000, "ab" * 50_000, "\u0301" * 100_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    with at_most(250 * MILLION):
        locate(make_anchor(text, 100, 150), text[1000:] + "x")
        locate(make_anchor(text, 100, 150), STORY)


@pytest.mark.skipif(not KIT.exists(), reason="the evaluation kit is not here")
def test_changed_articles_keep_their_marks_and_none_lies_on_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(KIT))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kit: ModuleType = __import__("score_anchors")
    benchmark = kit.Benchmark(sys.modules["briefing.anchors"], 0)

    for number in range(2):
        benchmark.text("made-up", kit.article(kit.Random(f"test {number}")), f"test {number}", [0.05, 0.2])

    missed = [name for name, _, is_met in kit.targets(benchmark) if not is_met and "us" not in name]
    assert missed == []
