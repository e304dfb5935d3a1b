"""The lines of source a finding is about, underlined."""

from __future__ import annotations

import tokenize
from collections.abc import Callable, Iterable
from pathlib import Path

from verheal.report.printable import printable
from verheal.report.style import Style

MAX_LINES = 3
WIDTH = 120
Reader = Callable[[str], tuple[str, ...]]


def source_reader() -> Reader:
    """A reader that keeps the last file: findings come sorted by file. What cannot be read has no lines."""
    last: dict[str, tuple[str, ...]] = {}

    def read(path: str) -> tuple[str, ...]:
        if path not in last:
            last.clear()
            last[path] = _lines(Path(path))
        return last[path]

    return read


def _lines(path: Path) -> tuple[str, ...]:
    try:
        with tokenize.open(path) as file:  # honours the coding line
            return tuple(line.rstrip("\n") for line in file)
    except (OSError, SyntaxError, ValueError, LookupError):
        return ()


def excerpt(lines: tuple[str, ...], first: int, last: int, text: str, style: Style) -> Iterable[str]:
    """Yield the lines of the span; `text` is underlined where it stands in a line, else the whole line is."""
    if not 1 <= first <= len(lines):
        return
    last = max(first, min(last, len(lines)))
    gutter = len(str(last))
    shown = range(first, min(last, first + MAX_LINES - 1) + 1)
    bar = style.paint("|", "blue")
    yield f"{'':{gutter}} {bar}"
    for number in shown:
        line = printable(lines[number - 1].expandtabs(4), WIDTH)
        yield f"{style.paint(f'{number:{gutter}}', 'blue')} {bar} {line}"
        if len(shown) == 1 and line.strip():
            yield f"{'':{gutter}} {bar} {_underline(line, text, style)}"
    if last > shown[-1]:
        yield f"{'':{gutter}} {bar} ..."


def _underline(line: str, text: str, style: Style) -> str:
    wanted = printable(text)
    start = line.find(wanted) if wanted else -1
    if start < 0:
        stripped = line.strip()
        start, wanted = line.index(stripped), stripped
    return " " * start + style.paint("^" * len(wanted), "red")
