from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from briefing.library import articles
from briefing.model import Article

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
STORIES = tomllib.loads((ROOT / "tests" / "corpus" / "seed_stories.toml").read_text(encoding="utf-8"))["story"]


def words(article: str) -> str:
    """Return what stands in a sample article as it lies on the disk, white space made single."""
    name, _, part = article.partition("#")
    raw = (SEEDS / name).read_text(encoding="utf-8")
    text = json.loads(raw.splitlines()[int(part) - 1])["text"] if part else raw
    return " ".join(text.split())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_what_is_said_of_a_sample_stands_in_it(story: dict[str, list[dict[str, list[dict[str, str]]]]]) -> None:
    values = [value for statement in story["statement"] for value in statement["values"]]

    assert [value["text"] for value in values if value["text"] not in words(value["article"])] == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_a_statement_speaks_only_of_articles_of_its_story(
    story: dict[str, list[dict[str, list[dict[str, str]]]]],
) -> None:
    said_of = {value["article"] for statement in story["statement"] for value in statement["values"]}

    assert said_of <= {str(article) for article in story["articles"]}


def test_every_sample_belongs_to_a_story() -> None:
    named = {article.partition("#")[0] for story in STORIES for article in story["articles"]}

    assert named == {path.name for path in SEEDS.iterdir() if not path.name.startswith(".")}


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.name)
def test_a_sample_is_as_long_as_a_report(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    texts = [json.loads(line)["text"] for line in raw.splitlines()] if path.suffix == ".jsonl" else [raw]

    assert all(150 <= len(text.split()) <= 400 for text in texts)


def test_every_sample_is_read_without_a_remark() -> None:
    found = list(articles([SEEDS]))

    assert [item for item in found if not isinstance(item, Article) or item.remarks] == []
    assert len(found) == sum(len(story["articles"]) for story in STORIES)


def test_every_sample_has_an_outlet_and_a_day() -> None:
    found = [item for item in articles([SEEDS]) if isinstance(item, Article)]

    assert [item.path for item in found if not (item.source and item.day)] == []


def test_the_samples_show_headings_lists_quotes_and_links() -> None:
    found = [item for item in articles([SEEDS]) if isinstance(item, Article)]

    assert {look.style.value for item in found for look in item.looks} >= {
        "heading",
        "item",
        "quote",
        "emphasis",
        "strong",
    }
    assert sum(len(item.links) for item in found) >= 3
