"""CPU time that one function may use."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Clock:
    """Seconds of this process since `started`, and of children it has waited for, against those allowed."""

    started: float
    budget: float
    children: float = field(default_factory=lambda: _of_children())

    def used(self) -> float:
        """CPU seconds so far."""
        return time.process_time() - self.started + _of_children() - self.children

    def left(self) -> float:
        """Seconds that are left; never less than none."""
        return max(0.0, self.budget - self.used())


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
