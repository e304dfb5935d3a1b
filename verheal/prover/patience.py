"""How long to wait, over all runs of one function, for calls that do not end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from verheal.prover.run.job import Record
from verheal.prover.run.runner import CallLimits

LEAST_CPU, LEAST_WALL = 0.1, 1.0  # seconds: a call that is given less tells nothing
GRACE_CPU = 0.5  # seconds that the supervisor grants to native code


@dataclass
class Patience:
    """Half of the function's CPU budget may go to calls that do not end, and so many seconds of waiting as the budget
    has.

    `cpu` and `wall` are the seconds that went there: of code that spins, and of code that sleeps.
    """

    budget: float
    cpu: float = 0.0
    wall: float = 0.0

    def limits(self, wanted: CallLimits) -> CallLimits | None:
        """What the next calls are granted; None when no more may be run."""
        if not self.cpu and not self.wall:
            return wanted
        cpu, wall = self.budget / 2 - self.cpu, self.budget - self.wall
        if cpu <= 0 or wall <= 0:
            return None
        call = min(wanted.call_cpu, max(LEAST_CPU, cpu / 2))
        return replace(
            wanted,
            call_cpu=call,
            call_wall=min(wanted.call_wall, max(LEAST_WALL, wall / 2)),
            most_hangs=max(1, min(wanted.most_hangs, int(cpu / 2 / call))),
        )

    def count(self, records: Iterable[Record], granted: CallLimits) -> None:
        """Learn from what came back."""
        for record in records:
            if record["outcome"] == "timeout" and record.get("limit") == "wall":
                self.wall += granted.call_wall
            elif record["outcome"] == "timeout":
                self.cpu += float(record.get("cpu_seconds") or granted.call_cpu + GRACE_CPU)
            elif record["outcome"] == "lost":
                self.wall += granted.call_wall
