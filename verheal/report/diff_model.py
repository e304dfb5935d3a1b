"""What a `diff` found: the one model from which every output format is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verheal.report.model import InternalError, Problem, Stats

EQUIVALENT, DIFFERENT, UNKNOWN = "equivalent", "different", "unknown"
ANSWERS = (EQUIVALENT, DIFFERENT, UNKNOWN)


@dataclass(frozen=True)
class Place:
    """A function of one version. `line` counts from 1."""

    path: str
    function: str
    line: int


@dataclass(frozen=True)
class Example:
    """A call of the function before, as an expression, and how it ends before and after."""

    call: str
    before: str
    after: str


@dataclass(frozen=True)
class PairResult:
    """One function in two versions. `verdict` is one of ANSWERS, `evidence` a word of the lattice for sameness.

    `kind`: changed, renamed, moved, or caller (its own text is the same, what it calls is not: `through` names
    that). `agreed` inputs were run in both versions and ended alike. `by`: who found it out.
    """

    before: Place
    after: Place
    verdict: str
    evidence: str = "unknown"
    reason: str | None = None
    witness: Example | None = None
    kind: str = "changed"
    through: tuple[str, ...] = ()
    agreed: int = 0
    by: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class DiffResult:
    """`single`: two functions were named. `before` and `after` say what was compared. `unchanged` functions are the
    same in both versions, with all that they lead to. `partial` names why the run stopped early, None when it did not.
    """

    tool: Mapping[str, str]
    before: str
    after: str
    pairs: tuple[PairResult, ...] = ()
    added: tuple[Place, ...] = ()
    removed: tuple[Place, ...] = ()
    unchanged: int = 0
    single: bool = False
    problems: tuple[Problem, ...] = ()
    errors: tuple[InternalError, ...] = ()
    partial: str | None = None
    stats: Stats = field(default_factory=Stats)
