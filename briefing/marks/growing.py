"""A file that grows by lines: what any session has added to it since it was looked at last."""

from __future__ import annotations

from briefing.marks.folder import Folder
from briefing.marks.writing import Writing


class Growing:
    """One file of a folder, with how far it was read."""

    def __init__(self, folder: Folder, file: str) -> None:
        self._folder = folder
        self._file = file
        self._offset = 0
        self._inode = 0

    def added(self) -> tuple[list[bytes], bool]:
        """Return the lines that came since the last time, and whether the file begins with them: then they are all.

        That is so the first time, and after it was written anew. A line without its end is left for the next time.
        Raises `BriefingError` where the file can't be read.
        """
        found = self._folder.read_from(self._file, self._offset, self._inode)
        if found is None:
            return [], False
        content, offset, self._inode = found
        whole = content.rfind(b"\n") + 1
        self._offset = offset + whole
        return [line for line in content[:whole].split(b"\n") if line], not offset

    def write_anew(self, writing: Writing, content: bytes, *, keep: bool) -> None:
        """Put `content` in place of all lines; `keep`: the file as it was is set aside."""
        if keep:
            writing.set_aside(self._file, self._folder.read(self._file) or b"")
        writing.replace(self._file, content)
        writing.sync()
        self._offset = 0
