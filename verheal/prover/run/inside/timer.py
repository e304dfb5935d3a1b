"""A CPU limit for one piece of user code, in the same thread."""

from __future__ import annotations

import os
import signal
from types import FrameType, TracebackType

OVER_TIME = 87  # exit status of a worker whose code swallows the limit's exception
PATIENCE = 5  # further ticks before the worker gives up
TICK = 0.05


class OverTime(BaseException):
    """Raised inside the user's code when its CPU seconds are used up; not an Exception, so few handlers see
    it."""


class limited:  # a context manager, named as it reads
    """`with limited(seconds):` raises OverTime inside the block when it has used that much CPU
    (ITIMER_VIRTUAL).

    Code that catches even that is ended with the process. Native code that never returns to the interpreter
    is the
    supervisor's to stop.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds, self.ticks, self.active = seconds, 0, False

    def _tick(self, signum: int, frame: FrameType | None) -> None:
        self.ticks += 1
        if self.ticks > PATIENCE:
            os._exit(OVER_TIME)
        if self.active:
            raise OverTime

    def __enter__(self) -> limited:
        signal.signal(signal.SIGVTALRM, self._tick)
        self.active = True
        signal.setitimer(signal.ITIMER_VIRTUAL, self.seconds, TICK)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.active = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if self.ticks and not isinstance(error, OverTime):
            raise OverTime from None  # the code swallowed it: its result after the limit does not count
