"""What a worker is told of a pair of functions, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from verheal.lattice.levels import For
from verheal.prover.outcome import Costs, Failure


class Same(StrEnum):
    """The three answers."""

    EQUIVALENT = "equivalent"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PairTask:
    """Two functions by their keys. `runs` False: no call of them may be made, for the reason `why_not`. `state` are
    the names that both modules bind to values. `one_source` says why both run the same source, if they do.
    `closure` is the closure key of the function before."""

    before: str
    after: str
    state: tuple[str, ...] = ()
    runs: bool = True
    why_not: str = ""
    one_source: str = ""
    touches_world: bool = False
    closure: str = ""


@dataclass(frozen=True)
class Difference:
    """A call, as an expression for the module of the version before, and how it ends in each version. `note` is what
    people should know of the input."""

    call: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True)
class PairReport:
    """`level` is the evidence for sameness; `agreed` so many calls ended alike. `failure`: nothing was found out."""

    task: PairTask
    verdict: Same = Same.UNKNOWN
    level: For = For.NONE
    reason: str = ""
    difference: Difference | None = None
    agreed: int = 0
    by: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    costs: Costs = field(default_factory=Costs)
    failure: Failure | None = None
    notes: tuple[str, ...] = ()
