"""CPU time that one function may use."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Clock:
    """Seconds of this process since `started`, and of children it has waited for, against those allowed.

    `boxes` tells the seconds used so far by boxes that stay, which are children not waited for.
    """

    started: float
    budget: float
    boxes: Callable[[], float] = lambda: 0.0
    children: float = field(default_factory=lambda: _of_children())
    boxes_before: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "boxes_before", self.boxes())

    def used(self) -> float:
        """CPU seconds so far."""
        boxes = self.boxes() - self.boxes_before
        return time.process_time() - self.started + _of_children() - self.children + boxes

    def left(self) -> float:
        """Seconds that are left; never less than none."""
        return max(0.0, self.budget - self.used())


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
