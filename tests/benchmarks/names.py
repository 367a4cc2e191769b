"""What the recogniser of names costs: `python -m tests.benchmarks.names`; processor time, so that other work counts little."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from briefing.extract.entities import recogniser
from briefing.extract.entities.tokens import tokenised
from briefing.model import Analysis, Article
from briefing.resources import seeds

ROUNDS: Final = 3
STARTS: Final = 5
LOAD: Final = """
import time
start = time.process_time()
from briefing.extract.entities import recognise
from briefing.model import Analysis, Article
recognise(Analysis(Article("a", "a", "a", "Officials in Geneva met Kofi Annan of the Harbour Union.")))
print(time.process_time() - start)
"""
"""The first article is answered when all lists and models are loaded."""


def main() -> None:
    """Print speed, start, memory and size."""
    reading = argparse.ArgumentParser(prog="python -m tests.benchmarks.names", description=__doc__)
    reading.add_argument("folder", type=Path, nargs="?", default=seeds(), help="texts to look at, else the samples")
    texts = [path.read_text(encoding="utf-8") for path in sorted(reading.parse_args().folder.glob("*.txt"))]
    print(f"{tokens_per_second(texts):,.0f} tokens a second")
    print(f"{1000 * load():,.0f} ms to import and load")
    print(f"{memory():,.1f} MB for briefing facts")
    print(f"{size() / 1e6:,.2f} MB of models and lists")


def tokens_per_second(texts: list[str]) -> float:
    """Return how many tokens of `texts` are looked at in a second, the best of several rounds."""
    tokens = sum(len(sentence.words) for text in texts for sentence in tokenised(text))
    articles = [Analysis(Article(str(number), "", "", text)) for number, text in enumerate(texts)]
    recogniser.recognise(articles[0])
    return tokens / min(_seconds(articles) for _ in range(ROUNDS))


def load() -> float:
    """Return the seconds of processor time until the first article is answered, the best of several starts."""
    command = (sys.executable, "-c", LOAD)
    return min(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(STARTS))


def memory() -> float:
    """Return the most megabytes that `briefing facts` has in memory over the samples."""
    subprocess.run((sys.executable, "-m", "briefing", "facts", str(seeds())), capture_output=True, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def size() -> int:
    """Return the bytes of the models and lists that come with the package."""
    folder = Path(recogniser.__file__).parent
    files = [*folder.glob("*.crfsuite"), *(folder / "lexicons").iterdir()]
    return sum(path.stat().st_size for path in files)


def _seconds(articles: list[Analysis]) -> float:
    start = time.process_time()
    for article in articles:
        recogniser.recognise(article)
    return time.process_time() - start


if __name__ == "__main__":
    main()
