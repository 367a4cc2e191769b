"""What stories cost: articles grouped and compared, their analyses in the cache; and two articles alone.

Reports are made of the sentences of the samples, under other names: half of the events are told by one report, the others
by up to forty, over four years.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final, TypeVar

from briefing.library import articles
from briefing.library.kept_analyses import Analyses
from briefing.library.kept_sketches import sketches
from briefing.model import Article, MentionForm
from briefing.pipeline import analyse
from briefing.stories import grouped, stories, story
from tests.benchmarks.stages import samples

FIRST: Final = date(2021, 1, 1)
DAYS: Final = 1460
SIZES: Final = (1, 1, 1, 1, 1, 2, 2, 3, 6, 40)
"""How many reports an event has; each of these is as likely as the others."""
SHARE: Final = 0.6
"""Of the sentences of an event, how many stand in a report."""
ROUNDS: Final = 15
SHORTEST_NAME: Final = 4
BEGINNINGS: Final = "Kar Bel Tor Mar Sal Ven Dar Hol Lin Quer Bar Jas Nor Rav Sen Tal Wes Yar Cor Fen Gal Kel Lor Mon"
MIDDLES: Final = "a e i o u an el ir om ur av est ond"
ENDS: Final = "dun mouth ra vik pur stead ville grad ton mar kent oro ov sen ari ska idis ulu ian mura"
MEASURING: Final = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
)
Made = TypeVar("Made")


def rows(number: int) -> Iterator[tuple[str, str]]:
    """Yield what it costs to group and to compare so many articles, each with its name; analysing them is not counted."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        write(home / "articles", number)
        found = [one for one in articles([home / "articles"]) if isinstance(one, Article)]
        kept = Analyses(home / "cache" / "briefing")
        for one in found:
            kept.of(one)
        _, sketching = timed(lambda: sketches(found, kept))
        held, looking = timed(lambda: sketches(found, kept))
        groups, grouping = timed(lambda: grouped(found, sketches=held))
        reading = comparing = 0.0
        for group in groups:
            analyses, spent = timed(lambda: {one.id: kept.of(one) for one in group.articles})  # noqa: B023
            reading += spent
            comparing += timed(lambda: story(group, analyses))[1]  # noqa: B023
        kept.close()
        yield "sketches made", told(number, sketching)
        yield "sketches from the cache", told(number, looking)
        yield "analyses from the cache", told(number, reading)
        yield "grouped", told(number, grouping)
        yield "compared", told(number, comparing)
        yield "grouped and compared", told(number, grouping + comparing)
        spent, memory = whole(home)
        yield "`briefing stories --json`, analyses and sketches in the cache", told(number, spent)
        yield "its memory", f"{memory:,.0f} MB"
    yield "two articles grouped and compared", f"{of_two():.0f} ms"


def of_two() -> float:
    """Return the milliseconds that two reports of one event take, their analyses there: the least of several times."""
    found = [analyse(article) for article in samples()[:2]]
    return 1000 * min(timed(lambda: list(stories(found)))[1] for _ in range(ROUNDS))


def write(folder: Path, number: int) -> None:
    """Write so many articles as files, the same each time."""
    chance = random.Random(5)
    sources = [(article.text, names_in(article)) for article in samples()]
    written = 0
    while written < number:
        parts = re.split(r"(?<=[.!?])\s+", renamed(*chance.choice(sources), chance))
        day = FIRST + timedelta(chance.randrange(DAYS))
        for _ in range(min(chance.choice(SIZES), number - written)):
            text = " ".join(part for part in parts if chance.random() < SHARE)
            published = day + timedelta(chance.choice((0, 0, 1, 3)))
            under = folder / f"{written // 1000:03}"
            under.mkdir(parents=True, exist_ok=True)
            (under / f"{written:06}.txt").write_text(f" date {published} {text or parts[0]}\n", encoding="utf-8")
            written += 1


def names_in(article: Article) -> frozenset[str]:
    """Return the words with a capital in the names of an article."""
    mentions = (one for entity in analyse(article).entities for one in entity.mentions if one.form is MentionForm.NAME)
    words = (word for one in mentions for word in re.findall(r"\w+", one.span.of(article.text)))
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME and word.istitle())


def renamed(text: str, names: frozenset[str], chance: random.Random) -> str:
    """Return the text with another word for each of those in its names."""
    parts = (BEGINNINGS.split(), MIDDLES.split(), MIDDLES.split(), ENDS.split())
    others = {name: "".join(map(chance.choice, parts)) for name in sorted(names)}
    return re.sub(r"\w+", lambda found: others.get(found[0], found[0]), text)


def whole(home: Path) -> tuple[float, float]:
    """Return the seconds of processor time of `briefing stories --json`, and the megabytes that it takes at most."""
    command = (sys.executable, "-c", MEASURING, sys.executable, "-m", "briefing", "stories", "--json", "articles")
    places = {"XDG_CACHE_HOME": str(home / "cache"), "HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, cwd=home, env={**os.environ, **places}, capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / 1024


def told(number: int, seconds: float) -> str:
    """Return a pace in few letters."""
    return f"{number / seconds:,.0f} articles a second"


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """Return what `work` returns, and the seconds of processor time that it took."""
    begun = time.process_time()
    return work(), time.process_time() - begun
