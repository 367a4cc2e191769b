import pytest

from briefing.facts.told import told
from briefing.model import Article
from briefing.pipeline import analyse
from tests.benchmarks.stages import samples

OPEN = Article(
    "tide",
    "tide.txt",
    "",
    'Mayor Ola Lund said the mill would close in May. "We have no money left," he said. He added that the bank had refused twice.\n\n'
    "The bank said it had never been asked. She told reporters that the town was well.",
)


@pytest.mark.parametrize("article", [*samples(), OPEN], ids=lambda article: article.id[:12])
def test_who_asks_for_some_claims_is_told_them_as_among_all(article: Article) -> None:
    found = analyse(article)

    for claim in found.claims:
        assert told(found, only={claim.id}) == tuple(one for one in told(found) if one.id == claim.id)
