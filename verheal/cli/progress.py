"""The line that tells people how far a command is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from verheal.app.options import Progress


@contextmanager
def progress(colour: str) -> Iterator[Callable[[Progress], None]]:
    """What shows each step on standard error; on a terminal the line is gone at the end."""
    from verheal.report.progress import LiveLine
    from verheal.report.style import style_for

    with LiveLine(sys.stderr, sys.stderr.isatty(), style_for(sys.stderr, colour)) as line:

        def show(state: Progress) -> None:
            line.show(state.phase, state.done, state.total, state.subject, state.refuted)

        yield show
