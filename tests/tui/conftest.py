"""A home of its own for each test of the screen, and articles to read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from briefing.reading.state import Reading
from briefing.resources import seeds, themes
from briefing.settings import Settings
from briefing.settings.places import Places
from briefing.tui.program import BriefingApp
from briefing.tui.session import Session
from briefing.tui.themes import Themes

NAMES = ("2024-01-20-al-asad-atlantic-desk.txt", "2024-03-12-ferry-tessera-wire.md")
"""Two of the sample articles."""
UNDATED = """Minutes of the harbour board

The board of Ansel harbour met on Thursday. Ida Brandt took the chair.

It was resolved to dredge the northern basin and to pay 40,000 euros for it.
"""


class Screen:
    """A program that runs without a terminal: keys in, state out."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reading(self) -> Reading:
        """The state of the screen."""
        return self.app.main.reading

    async def press(self, *keys: str) -> Reading:
        """Press keys, wait after each until all that follows from it is done, and return the state."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()
        return self.reading

    async def settled(self) -> Reading:
        """Wait until nothing runs beside the screen, all is kept and drawn and no message is left; return the state."""
        quiet = 0
        # Twice: what an idle widget does follows the message behind which one has waited.
        while quiet < 2 and self.app.is_running:
            before = self.reading
            running = [worker for worker in self.app.workers if not worker.is_finished]
            await asyncio.gather(*(worker.wait() for worker in running), return_exceptions=True)
            await self._saved()
            self.app.screen._on_timer_update()
            await self.pilot._wait_for_screen()
            pumps = (self.app, *self.app.screen.walk_children(with_self=True))
            is_quiet = not running and before is self.reading and not any(pump.message_queue_size for pump in pumps)
            quiet = quiet + 1 if is_quiet else 0
        return self.reading

    async def _saved(self) -> None:
        """Wait until all is written that was asked for."""
        if self.app.outside._is_open:
            await asyncio.wrap_future(self.app.outside._thread.submit(lambda: None))

    def line(self, number: int) -> str:
        """Return a line of the screen as it is drawn."""
        strips = self.app.screen._compositor.render_strips()
        return strips[number].text

    @property
    def text(self) -> str:
        """All lines of the screen as they are drawn."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())


Opened: TypeAlias = Callable[..., AbstractAsyncContextManager[Screen]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with two of the sample articles and one without a date."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes((seeds() / name).read_bytes())
    (folder / "minutes.txt").write_text(UNDATED, encoding="utf-8")
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return folders for this test alone."""
    return Places(config=tmp_path / "config", state=tmp_path / "state", cache=tmp_path / "cache")


@pytest.fixture
def opened(library: Path, places: Places) -> Opened:
    """Return what opens the program on the sample articles, or on other paths, and ends it again."""

    @asynccontextmanager
    async def open_screen(
        *paths: Path,
        size: tuple[int, int] = (120, 40),
        settings: Settings | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Screen]:
        given = [str(path) for path in paths or (library,)]
        session = Session(given, settings=settings or Settings(), places=places)
        app = BriefingApp(session, Themes(themes(), places.themes), environment=environment or {"LANG": "C.UTF-8"})
        async with app.run_test(size=size) as pilot:
            screen = Screen(app, pilot)
            await screen.settled()
            yield screen
            app.main.keep_all()
            app.outside.finish()

    return open_screen
