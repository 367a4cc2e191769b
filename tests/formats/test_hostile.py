"""The worst files that strangers can send, where the evaluation kit lies beside the checkout."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefing.formats.decoding import decode
from briefing.model import Article

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "eval" / "hostile_corpus.py"
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

pytestmark = pytest.mark.skipif(not CORPUS.is_file(), reason="the evaluation kit lies beside the checkout")


def corpus() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hostile_corpus", CORPUS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_hostile_file_is_read_or_has_its_reason() -> None:
    kit = corpus()
    for number, file in enumerate(kit.corpus()):
        if callable(file.content) or file.name.endswith(b".html"):
            continue
        name = file.name.decode(errors="surrogateescape")
        token = kit.token(number)
        found = decode(file.content.replace(b"TOKEN", token.encode()), path=name)
        articles = [item for item in found if isinstance(item, Article)]

        assert found
        assert not any(CONTROL.search(value) for item in articles for value in (item.title, item.text, item.path))
        if file.expected == kit.ANSWERED:
            assert any(token in article.text for article in articles), name
        if file.published:
            assert any(str(article.published).startswith(file.published) for article in articles), name
