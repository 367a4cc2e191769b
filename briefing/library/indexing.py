"""Everything found beforehand: all files looked through, all articles analysed, by as many processes as are wanted.

What is done is written every half second. Who is ended in between goes on there the next time.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Final

from briefing.errors import BriefingError
from briefing.library.catalogue import Catalogue, Named
from briefing.library.kept_analyses import Analyses
from briefing.library.listing import COMMIT_SECONDS, Listing
from briefing.library.reading import read
from briefing.library.walking import Entry
from briefing.library.written import written
from briefing.model import Article, Names
from briefing.reading.table import Table

AHEAD: Final = 6
"""Files that wait for each process: enough that none of them waits, few enough to end soon."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is."""

    done: int
    """Articles that were analysed now or had been before; while files are looked through, those found so far."""
    of: int
    """All articles; 0 while files are looked through."""
    made: int = 0
    """Articles that were analysed now."""
    fault: str = ""
    """What went wrong with a file, in one line."""


@dataclass(frozen=True, slots=True)
class _Analysed:
    """What was found in an article by another process."""

    place: int
    """Which it is of what its file holds, from 0."""
    key: bytes
    body: bytes
    """Empty where it is kept already."""
    named: Named


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that has articles to be analysed."""

    file: int
    row: int
    """The number of one of its rows."""
    articles: int


def indexed(paths: Sequence[str], cache: Path, *, own: Names, jobs: int) -> Iterator[Progress]:
    """Yield how far it is while the articles under `paths` are looked through and analysed.

    Raises BriefingError for a path that does not exist, and where nothing can be kept.
    """
    listing = Listing(paths, cache)
    listing.kept()
    analyses = Analyses(cache, own=own)
    try:
        for listed in listing.looked_through():
            yield Progress(listed.table.articles, 0)
            if listed.notice:
                raise BriefingError(listed.notice, status=1)
        for row in map(listed.table.row, listed.table.broken):
            yield Progress(listed.table.articles, 0, fault=f"{row.path}: {row.title}")
        yield from _analysed(
            listing, _waiting(listing, listed.table, analyses), listed.table, analyses, cache=cache, jobs=jobs
        )
    finally:
        analyses.close()
        listing.close()


def _waiting(listing: Listing, table: Table, analyses: Analyses) -> list[_Waiting]:
    """Return the files that have articles to be analysed, those with the newest first."""
    waiting = []
    seen: set[int] = set()
    for row in table.newest:
        file = table.file[row]
        if file in seen or not table.is_readable(row):
            continue
        seen.add(file)
        texts = listing.catalogue.analysed(file)
        if not all(made == analyses.making and analyses.has(key) for _, _, made, key in texts):
            waiting.append(_Waiting(file, row, len(texts)))
    return waiting


def _analysed(
    listing: Listing, waiting: Sequence[_Waiting], table: Table, analyses: Analyses, *, cache: Path, jobs: int
) -> Iterator[Progress]:
    """Have the articles of these files analysed, and keep what was found."""
    catalogue = listing.catalogue
    done, made = table.articles - sum(one.articles for one in waiting), 0
    yield Progress(done, table.articles)
    if not waiting:
        return
    committed = time.monotonic()
    begin = partial(_begin, cache, analyses.own)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin)
    try:
        files = iter(waiting)
        running: dict[Future[list[_Analysed]], _Waiting] = {}
        while True:
            while len(running) < jobs * AHEAD and (more := next(files, None)):
                entry = listing.entry(table.row(more.row).path)
                running[pool.submit(_work, entry)] = more
            if not running:
                break
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                file = running.pop(future)
                error = future.exception()
                if isinstance(error, BrokenProcessPool):
                    raise error
                path = table.row(file.row).path
                fault = f"{path}: not analysed, by a fault of the program: {error!r}" if error else ""
                if not error:
                    made += _kept(future.result(), file.file, catalogue, analyses)
                done += file.articles
                yield Progress(done, table.articles, made, fault)
            if time.monotonic() > committed + COMMIT_SECONDS:
                analyses.commit()
                catalogue.commit()
                committed = time.monotonic()
            if analyses.trouble or catalogue.trouble:
                raise BriefingError(analyses.trouble or catalogue.trouble, status=1)
    except BrokenProcessPool as error:
        hint = "what was done is kept: run it again, with fewer --jobs if there was too little memory"
        raise BriefingError("a process was ended from outside", hint=hint, status=1) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        analyses.commit()
        catalogue.commit()


def _kept(found: list[_Analysed], file: int, catalogue: Catalogue, analyses: Analyses) -> int:
    """Keep what was found in a file, and return of how many articles it is."""
    numbers = {place: number for number, place, _, _ in catalogue.analysed(file)}
    for one in found:
        if one.body:
            analyses.keep(one.key, one.body, at_once=False)
        if one.place in numbers:
            catalogue.name(numbers[one.place], one.named, made=analyses.making, key=one.key)
    return sum(bool(one.body) for one in found)


def _work(entry: Entry) -> list[_Analysed]:
    """Return what is found in the articles of a file; in a process of its own, which only reads what is kept."""
    from briefing.pipeline import analyse

    found = []
    for place, article in enumerate(read(entry)):
        if isinstance(article, Article):
            key = _OWN[0].key(article)
            kept = _OWN[0].kept(article, key)
            analysis = kept or analyse(article, own=_OWN[0].own)
            named = tuple((entity.name, entity.type.value) for entity in analysis.entities)
            found.append(_Analysed(place, key, b"" if kept else written(analysis), named))
    return found


_OWN: Final[list[Analyses]] = []
"""The analyses as a process of its own sees them."""


def _begin(cache: Path, own: Names) -> None:
    """Prepare a process: it leaves ^C to the one that was started, and ends with it however that ends."""
    _OWN.append(Analyses(cache, own=own))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_behind, daemon=True).start()


def _end_behind() -> None:
    # Killed, it can't tell the others, and they would wait for its work for ever.
    first = parent_process()
    if first:
        first.join()
        os._exit(1)


def cores() -> int:
    """Return how many processes can work at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
