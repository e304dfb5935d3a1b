"""What an `infer` found: the one model from which every output format is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verheal.report.model import EvidenceResult, InternalError, Problem, Stats

PRE, POST = "pre", "post"


@dataclass(frozen=True)
class ConditionResult:
    """One condition that nobody has written, in the notation of PEP 316. `kind` is PRE or POST.

    A postcondition is proved of every call that satisfies the preconditions and returns; `evidence` says by whom. With
    the preconditions the function is proved to raise nothing undeclared. `written`: it stands in the file now; `note`
    says why not, where that was asked for.
    """

    kind: str
    text: str
    evidence: tuple[EvidenceResult, ...] = ()
    assumptions: tuple[str, ...] = ()
    written: bool = False
    note: str = ""


@dataclass(frozen=True)
class InferredResult:
    """What was inferred of one function. Of the calls that were `tried` so many `returned`.

    `failing` are calls that show what a precondition is for: (call, what it raises). `excluded` are calls that
    returned and that the preconditions do not allow. `reason` says why nothing was inferred, or no precondition.
    """

    path: str
    function: str
    line: int
    conditions: tuple[ConditionResult, ...] = ()
    tried: int = 0
    returned: int = 0
    failing: tuple[tuple[str, str], ...] = ()
    excluded: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class InferResult:
    """`contracted` functions have a contract already and were left alone. `partial` names why the run stopped early,
    None when it did not. `written` are the files that were changed, with how many conditions each."""

    tool: Mapping[str, str]
    functions: tuple[InferredResult, ...] = ()
    contracted: int = 0
    problems: tuple[Problem, ...] = ()
    errors: tuple[InternalError, ...] = ()
    partial: str | None = None
    stats: Stats = field(default_factory=Stats)
    written: Mapping[str, int] = field(default_factory=dict)
