"""As much stack for the function under test as it has where a program calls it."""

from __future__ import annotations

import contextlib
import sys
from types import FrameType

from .records import CALL_FILE


class whole:  # a context manager, named as it reads
    """`with whole():` lets calls from here go as deep as calls from a module do: what is ours on the stack, Python
    frames and others, does not count. Frames of the call expression do, all but that of the expression itself, which
    stands for the module.
    """

    def __enter__(self) -> whole:
        self.before = sys.getrecursionlimit()
        wanted = self.before - max(1, expression_frames())
        here = frames_left() + 2  # this frame and that of the trial are gone when the function is called
        sys.setrecursionlimit(self.before + max(0, wanted - here))
        return self

    def __exit__(self, *error: object) -> None:
        sys.setrecursionlimit(self.before)


def expression_frames() -> int:
    found = 0
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        found += frame.f_code.co_filename == CALL_FILE
        frame = frame.f_back
    return found


def frames_left() -> int:
    """How many calls deep one can go from here before CPython refuses."""
    deepest = 0

    def down(depth: int) -> None:
        nonlocal deepest
        deepest = depth
        down(depth + 1)

    with contextlib.suppress(RecursionError):
        down(1)
    return deepest
