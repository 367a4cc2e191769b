"""What the screen asks of the world: to keep what was done, to copy, to open an address."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final

from briefing.errors import BriefingError
from briefing.model import Analysis, Correction, Mark
from briefing.model.corrections import Subject
from briefing.reading.history import History
from briefing.reading.page import Page
from briefing.reading.state import Reading
from briefing.tui.clipboard import copying
from briefing.tui.session import Session

SCHEMES: Final = ("http://", "https://", "mailto:")
"""The addresses that may be opened."""


class Outside:
    """The disk, the clipboard and the browser.

    Writes are made by one thread in the order in which they were asked for: no key waits for the disk, and leaving
    waits for it. What could not be written is told to `refused`, marks that are safe to `kept`, in that thread.
    """

    def __init__(
        self,
        session: Session,
        environment: Mapping[str, str],
        *,
        refused: Callable[[str], object],
        kept: Callable[[tuple[Mark, ...]], object],
    ) -> None:
        self.session = session
        self._environment = environment
        self._refused = refused
        self._kept = kept
        self._left: dict[str, Mark] = {}
        """Marks that are to be written, the latest version of each."""
        self._unsaid: dict[Subject, Correction] = {}
        """Corrections that are to be written."""
        self._is_open = True
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="saving")

    def keep_read(self, before: frozenset[str], after: frozenset[str]) -> None:
        """Keep which articles have been read since, and which are unread again."""
        self._ask(partial(self.session.save_read, after - before, before - after))

    def keep_report(self, analysis: Analysis) -> None:
        """Keep what an article that is read tells now."""
        self._ask(partial(self.session.save_report, analysis))

    def keep_marks(self, before: Mapping[str, tuple[Mark, ...]], after: Mapping[str, tuple[Mark, ...]]) -> None:
        """Keep the marks that were made or changed since."""
        changed = {
            mark.id: mark
            for article, marks in after.items()
            if marks is not before.get(article)
            for mark in marks
            if mark not in before.get(article, ())
        }
        if changed:
            self._ask(partial(self._keep_marks, changed))

    def keep_corrections(self, before: Mapping[Subject, Correction], after: Mapping[Subject, Correction]) -> None:
        """Keep what was said since of names and stories."""
        changed = {subject: one for subject, one in after.items() if before.get(subject) != one}
        if changed:
            self._ask(partial(self._keep_corrections, changed))

    def keep_place(self, page: Page) -> None:
        """Keep where the reader is in an article."""
        self._ask(partial(self.session.save_place, page))

    def keep_steps(self, history: History) -> None:
        """Keep what can be undone."""
        self._ask(partial(self.session.save_steps, history))

    def keep_choices(self, reading: Reading, theme: str) -> None:
        """Keep what was chosen on the screen."""
        self._ask(partial(self.session.save_choices, reading, theme))

    def settle(self) -> tuple[Mark, ...]:
        """Wait until all that was asked for is done, and return the marks that could not be written."""
        if self._is_open:
            self._ask(partial(self._keep_marks, {}))
            self._ask(partial(self._keep_corrections, {}))
            self._thread.submit(lambda: None).result()
        return tuple(self._left.values())

    @property
    def unsaid(self) -> tuple[Correction, ...]:
        """The corrections that could not be written."""
        return tuple(self._unsaid.values())

    def finish(self) -> None:
        """Wait until all is written; what is asked for after that is not done."""
        if self._is_open:
            self._ask(partial(self._keep_marks, {}))
            self._ask(partial(self._keep_corrections, {}))
        self._is_open = False
        self._thread.shutdown(wait=True)
        self.session.close()

    def copying(self, text: str) -> tuple[str, str]:
        """Return what to send to the terminal so that it copies `text`, nothing if it is too long; and what to say."""
        sequence = copying(text, self._environment)
        size = f"{len(text):,} characters"
        if sequence is None:
            self._ask(partial(self.session.save_copy, text))
            return "", f"{size} are too many for the terminal's clipboard: written to {self.session.copy_file}"
        return sequence, f"{size} sent to the terminal's clipboard, which may refuse them"

    def edited(self, words: str) -> tuple[str, str]:
        """Return `words` after the user's own editor, or what went wrong with it; the terminal must be free for it."""
        from briefing.tui.note_editor import edited_outside

        try:
            return edited_outside(words, self._environment), ""
        except BriefingError as error:
            return words, error.message

    def export(self, marks: Sequence[Mark]) -> None:
        """Have marks written to a file as Markdown; where, or why not, is told as what is refused is."""
        self._ask(lambda: self._refused(self.session.save_export(marks)))

    def may_open(self, url: str) -> bool:
        """Return whether the address is one that may be opened, and there is a screen to open it on."""
        graphical = sys.platform == "darwin" or any(
            self._environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
        )
        return graphical and url.lower().startswith(SCHEMES)

    def open(self, url: str) -> None:
        """Have the address opened by the browser."""
        # Loaded when it is first used, as it seldom is.
        import webbrowser

        self._ask(partial(webbrowser.open, url))

    def _keep_marks(self, marks: Mapping[str, Mark]) -> None:
        """Write marks, and those that could not be written before; what is safe is told to `kept`."""
        self._left = {**self._left, **marks}
        for name, mark in list(self._left.items()):
            self._kept(self.session.save_marks((mark,)))
            del self._left[name]

    def _keep_corrections(self, corrections: Mapping[Subject, Correction]) -> None:
        """Write corrections, and those that could not be written before."""
        self._unsaid = {**self._unsaid, **corrections}
        self.session.save_corrections(tuple(self._unsaid.values()))
        self._unsaid = {}

    def _ask(self, does: Callable[[], object]) -> None:
        if self._is_open:
            self._thread.submit(self._do, does).add_done_callback(self._tell)

    def _tell(self, done: Future[None]) -> None:
        """Tell of what should not have happened: a thread keeps its errors to itself."""
        error = done.exception()
        if error is not None:
            self._refused(f"not kept, by a fault of the program: {type(error).__name__}: {error}")

    def _do(self, does: Callable[[], object]) -> None:
        try:
            does()
        except BriefingError as error:
            self._refused(error.message)
