"""One live line on standard error, when a person watches; nothing otherwise."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from verheal.report.printable import printable
from verheal.report.style import Style

INTERVAL = 0.1  # seconds between two paints: faster only flickers
_CLEAR = "\r\x1b[2K"


@dataclass
class LiveLine:
    """Shows the newest state; `close` wipes the line. Use as a context manager."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    enabled: bool = True
    style: Style = field(default_factory=Style)
    _last: float = 0.0

    def show(self, phase: str, done: int, total: int, subject: str = "", refuted: int = 0) -> None:
        now = time.monotonic()
        if not self.enabled or (now - self._last < INTERVAL and done != total):
            return
        self._last = now
        found = f", {refuted} refuted" if refuted else ""
        width = shutil.get_terminal_size().columns - 1
        text = printable(f"{phase} {done:,}/{total:,}{found}  {' '.join(subject.split())}", max(10, width))
        self.stream.write(_CLEAR + self.style.paint(text, "dim"))
        self.stream.flush()

    def close(self) -> None:
        if self.enabled and self._last:
            self.stream.write(_CLEAR)
            self.stream.flush()

    def __enter__(self) -> LiveLine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
