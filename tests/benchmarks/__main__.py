"""The figures that the README tells, measured anew: `make bench`, or `python -m tests.benchmarks --help`."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from briefing.resources import seeds
from tests.benchmarks.bulk import indexed
from tests.benchmarks.library import in_library
from tests.benchmarks.measured import Cost, Measured
from tests.benchmarks.stages import WORDS, in_bulk, stages
from tests.benchmarks.stories import rows as story_rows

Steps: TypeAlias = dict[str, Cost]
SIZES: Final = ((80, 24), (120, 40))
TIMES: Final = 15
"""How often a key is pressed whose cost is told by its median."""
HELD: Final = 40
"""How often a held key repeats."""
BUSY: Final = 20.0
"""Milliseconds of processor time in two seconds from which on something is still done."""
A_LINE: Final = 100
"""Bytes that a scrolled line takes at least: less moves only the cursor."""


def main() -> None:
    """Print the figures as tables."""
    reading = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    reading.add_argument("--articles", type=int, default=10_000, help="how many articles the large folder has")
    reading.add_argument("--driver", choices=("cells", "stock"), default="cells", help="what draws on the terminal")
    reading.add_argument(
        "--library", action="store_true", help="measure nothing but lists and searches, of --articles too"
    )
    reading.add_argument("--analysis", action="store_true", help="measure nothing but what the analysis costs")
    reading.add_argument("--stories", action="store_true", help="measure nothing but stories, of --articles too")
    asked = reading.parse_args()
    if asked.library:
        print("\nlists and searches: milliseconds of processor time, megabytes\n")
        print("\n".join(cells([name, told]) for name, told in library_rows(asked.articles)))
        return
    if asked.stories:
        print_stories(asked.articles)
        return
    print(f"\nanalysis of {WORDS} words: milliseconds of processor time\n")
    print("\n".join(cells([stage, f"{cost:.1f}"]) for stage, cost in stages().items()))
    print(f"\n{in_bulk():.0f} articles of {WORDS} words in a second, per core")
    pace = indexed()
    print(
        f"{pace.by_processor:.0f} in a second by `briefing index --jobs 2` with two cores to itself, by processor time; "
        f"{pace.by_clock:.0f} by the clock"
    )
    if asked.analysis:
        return
    print_stories(asked.articles)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        large = home / "large"
        make_library(large, asked.articles)
        config = home / ".config" / "briefing"
        config.mkdir(parents=True)
        (config / "settings.toml").write_text(f'driver = "{asked.driver}"\n')
        for columns, rows in SIZES:
            measured = {"briefing": briefing(seeds(), home, columns, rows)}
            measured[f"briefing, {asked.articles:,} articles"] = briefing(large, home, columns, rows)
            for name, measure in OTHERS.items():
                if shutil.which(name):
                    measured[name] = measure(home, columns, rows)
            print(f"\n{columns}x{rows}: bytes, milliseconds of processor time\n")
            print(table(measured))
        shutil.rmtree(home / ".local", ignore_errors=True)
        print("\na key held 40 times on a line of 10 kB/s: from the last press until all is drawn\n")
        print("\n".join(cells(row) for row in on_a_slow_line(large, home)))


def print_stories(articles: int) -> None:
    """Print what it costs to group and to compare so many articles."""
    print(f"\nstories of {articles:,} articles, by processor time\n")
    for name, told in story_rows(articles):
        print(cells([name, told]), flush=True)


def library_rows(articles: int) -> Iterator[tuple[str, str]]:
    """Yield what it costs to list so many articles and to search them."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        make_library(home / "large", articles)
        yield from in_library(home / "large", home / "cache")
        for columns, rows in SIZES:
            steps, memory = listing(home / "large", home, columns, rows)
            for name, cost in steps.items():
                yield f"{name}, {columns}x{rows}", told(cost)
            yield f"memory, {columns}x{rows}", f"{memory or 0:,.0f} MB"


def listing(folder: Path, home: Path, columns: int, rows: int) -> tuple[Steps, float | None]:
    """Return what a list that is known from before costs on the screen, and the memory that it takes."""
    articles = sum(path.is_file() for path in folder.rglob("*.txt"))
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    steps: Steps = {}
    memory = None
    for is_known in (False, True):
        with Measured((sys.executable, "-m", "briefing", str(folder)), home, columns, rows, path) as screen:
            start = screen.started(lambda text: is_listed(text, articles))
            if is_known:
                steps["start"] = start
                settle(screen)
                steps["list cursor"] = screen.median("j", TIMES)
                screen.cost("/")
                steps["filter, a letter more"] = screen.median("e", 3)
                screen.cost("Escape")
                steps["nothing for 2 s"] = idle(screen)
                memory = screen.memory()
            else:
                settle(screen)
            screen.type("Q")
    return steps, memory


def settle(screen: Measured) -> None:
    """Wait until all files were looked through: until nothing is done any more."""
    while (idle(screen).processor or 0.0) > BUSY:
        pass


def make_library(folder: Path, articles: int) -> None:
    """Make a folder of so many articles out of the samples, each a day apart."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds().iterdir()) if path.suffix == ".txt"]
    bodies = [text.split("\n\n", 1)[-1] for text in texts]
    for number in range(articles):
        under = folder / f"{number // 1000:03}"
        under.mkdir(parents=True, exist_ok=True)
        day = date(2024, 12, 31) - timedelta(days=number)
        head = f" title: Report {number} date {day.isoformat()} "
        long = "\n\n".join(bodies[(number + more) % len(bodies)] for more in range(3))
        (under / f"{number:06}.txt").write_text(head + long, encoding="utf-8")


def is_listed(text: str, articles: int) -> bool:
    """Return whether a screen says that so many articles are there to be read."""
    found = re.search(r"([\d.,]+) unread", text)
    return found is not None and int(re.sub(r"\D", "", found[1])) >= articles


def briefing(folder: Path, home: Path, columns: int, rows: int) -> Steps:
    """Return what this program costs."""
    shutil.rmtree(home / ".local", ignore_errors=True)
    articles = sum(path.is_file() for path in folder.rglob("*.txt"))
    command = (sys.executable, "-m", "briefing", str(folder))
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with Measured(command, home, columns, rows, path) as screen:
        steps = {"start": screen.started(lambda text: is_listed(text, articles))}
        screen.cost("j", "k")
        steps["list cursor"] = screen.median("j", TIMES)
        screen.cost("g", "Enter")
        screen.until(lambda _: any(cell.underscore for row in screen.screen.buffer.values() for cell in row.values()))
        screen.until_quiet()
        steps["word"] = screen.median("w", TIMES)
        steps["name"] = screen.median("e", TIMES)
        steps["page"] = screen.median("Space", 1)
        screen.cost("g")
        steps["line"] = screen.median("j", 60, above=A_LINE)
        steps["next article"] = screen.median("J", 3)
        steps["nothing for 2 s"] = idle(screen)
        screen.type("Q")
    return steps


def on_a_slow_line(folder: Path, home: Path) -> Iterator[tuple[str, str]]:
    """Yield how long after a held key all is drawn, on a line of 10 kB/s: in the list, in the article, article by article."""
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    for columns, rows in SIZES:
        with Measured((sys.executable, "-m", "briefing", str(folder)), home, columns, rows, path) as screen:
            screen.started(lambda text: "unread" in text)
            settle(screen)
            screen.cost("g")
            steps = {"in the list": screen.held("Down", HELD)}
            screen.cost("g", "Enter")
            settle(screen)
            screen.cost("g")
            steps["in the article"] = screen.held("Down", HELD)
            steps["next article"] = screen.held("J", HELD)
            screen.type("Q")
        for name, seconds in steps.items():
            yield f"{name}, {columns}x{rows}", f"{seconds:.2f} s"


def idle(screen: Measured) -> Cost:
    """Return what two seconds without a key cost."""
    costs = [screen.cost() for _ in range(7)]
    spent = [cost.processor for cost in costs if cost.processor is not None]
    return Cost(sum(cost.sent for cost in costs), sum(spent) if spent else None)


def less(home: Path, columns: int, rows: int) -> Steps:
    """Return what less costs with the same texts, wrapped before."""
    pages = home / "pages"
    pages.mkdir(exist_ok=True)
    names = []
    for path in sorted(seeds().iterdir()):
        wrapped = pages / path.name
        wrapped.write_text("\n\n".join(wrap(path.read_text(encoding="utf-8"), min(columns, 76)) * 3))
        names.append(str(wrapped))
    with Measured(("less", *names), home, columns, rows, {}) as screen:
        steps = {"start": screen.started(lambda text: ".txt" in text)}
        steps["line"] = screen.median("j", TIMES)
        steps["page"] = screen.median("Space", 1)
        steps["next article"] = screen.median(":n", 3)
        steps["nothing for 2 s"] = idle(screen)
        screen.type("q")
    return steps


def wrap(text: str, width: int) -> list[str]:
    """Return the paragraphs of a text, their lines broken."""
    from textwrap import fill

    return [fill(paragraph, width) for paragraph in text.split("\n\n")]


def newsboat(home: Path, columns: int, rows: int) -> Steps:
    """Return what newsboat costs with the same texts as a feed."""
    from html import escape
    from subprocess import run

    feed, urls, cache, config = (home / name for name in ("feed.xml", "urls", "newsboat.db", "newsboat.conf"))
    items = "".join(
        f"<item><guid>{path.name}</guid><title>{path.stem}</title><description>{escape(path.read_text())}</description></item>"
        for path in sorted(seeds().iterdir())
    )
    feed.write_text(f'<rss version="2.0"><channel><title>Samples</title>{items}</channel></rss>')
    urls.write_text(f"file://{feed}\n")
    config.write_text("text-width 76\n")
    command = ("newsboat", "-q", "-u", str(urls), "-c", str(cache), "-C", str(config))
    run((*command, "-x", "reload"), check=True, capture_output=True, timeout=60)
    with Measured(command, home, columns, rows, {}) as screen:
        steps = {"start": screen.started(lambda text: "Samples" in text)}
        screen.cost("Enter")
        steps["list cursor"] = screen.median("j", 5)
        screen.cost("Enter")
        steps["line"] = screen.median("j", 5)
        steps["page"] = screen.median("Space", 1)
        steps["next article"] = screen.median("n", 3)
        steps["nothing for 2 s"] = idle(screen)
        screen.type("Q")
    return steps


OTHERS: Final[Mapping[str, Callable[[Path, int, int], Steps]]] = {"less": less, "newsboat": newsboat}
"""What is measured beside it, where it is installed."""


def table(measured: Mapping[str, Steps]) -> str:
    """Return what was measured as a table in Markdown, a column for each program."""
    names = list(dict.fromkeys(name for steps in measured.values() for name in steps))
    lines = [cells(["", *measured]), cells(["---", *("---:" for _ in measured)])]
    lines += [cells([name, *(told(steps.get(name)) for steps in measured.values())]) for name in names]
    return "\n".join(lines)


def cells(row: Iterable[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(row)} |"


def told(cost: Cost | None) -> str:
    """Return a cost in few letters."""
    if cost is None:
        return ""
    spent = "" if cost.processor is None else f", {cost.processor:,.0f} ms"
    return f"{cost.sent:,.0f} B{spent}"


if __name__ == "__main__":
    main()
