"""Empties a folder of whatever hostile code left there: nested deeper than any recursion, or closed.

Runs in the box too, as a plain file of the standard library.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
from collections.abc import Iterator


def sweep(folder: str) -> bool:
    """Whether the folder is empty now. Never raises."""
    numbers = itertools.count()
    try:
        while True:
            names = os.listdir(folder)
            if not names:
                return True
            for name in names:
                _flatten(folder, os.path.join(folder, name), numbers)
    except OSError:
        return False


def _flatten(folder: str, path: str, numbers: Iterator[int]) -> None:
    """Remove the entry; what is in it moves up, so that no path gets long. Raises OSError."""
    if not _opened(path):
        os.unlink(path)
        return
    for name in os.listdir(path):
        _opened(os.path.join(path, name))  # it must be writable to be moved
        free = next(p for p in (os.path.join(folder, f"_{n}") for n in numbers) if not os.path.lexists(p))
        os.rename(os.path.join(path, name), free)
    os.rmdir(path)


def _opened(path: str) -> bool:
    """Whether it is a folder; then it may be read and written from now on, where that can be had."""
    folder = os.path.isdir(path) and not os.path.islink(path)
    if folder:
        with contextlib.suppress(OSError):
            os.chmod(path, 0o700)
    return folder


@contextlib.contextmanager
def scratch_folder(within: str | None = None) -> Iterator[str]:
    """A new empty folder that is gone afterwards, as far as that can be."""
    folder = tempfile.mkdtemp(prefix="verheal-", dir=within)
    try:
        yield folder
    finally:
        sweep(folder)
        with contextlib.suppress(OSError):
            os.rmdir(folder)
