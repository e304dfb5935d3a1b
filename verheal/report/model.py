"""What a run found: the one model from which every output format is written.

Plain frozen data, so that a result can be sent between processes, compared in tests and written by hand.
Verdict words are those of `verheal.check/1`, in truth order (worst first): see `VERDICTS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

VERDICTS = ("refuted", "unknown", "tested", "bounded", "confirmed", "proved", "corroborated", "certified")
PROVED = frozenset({"proved", "corroborated", "certified"})
UNDECIDED = frozenset(VERDICTS) - PROVED - {"refuted"}


@dataclass(frozen=True)
class WitnessResult:
    """An input on which the obligation fails in CPython. `args` and `call` are Python expressions."""

    args: Mapping[str, str]
    call: str
    raises: str | None = None  # "ZeroDivisionError: division by zero", or None when a condition is false
    note: str = ""  # what was observed, for people: "returns -1"
    # An expression over the module's names, true when the obligation holds on this input, for clauses
    # that CPython does not check by itself: "(lambda xs: (lambda __return__: __return__ > 0)(f(xs)))([1])".
    holds: str | None = None


@dataclass(frozen=True)
class EvidenceResult:
    """Who says what. `by` is name and version; `level` one of VERDICTS; `seconds` CPU seconds."""

    by: str
    level: str
    key: str
    rlimit: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class SpreadResult:
    """A proof under so many other `seeds` of z3: the resource units of each under which it was found again."""

    seeds: int
    rlimits: tuple[int, ...]


@dataclass(frozen=True)
class ObligationResult:
    """One obligation and what is known of it. Lines count from 1; `rank` orders findings, 0 first."""

    id: str
    path: str
    function: str
    line: int
    end_line: int
    kind: str  # pre, post, invariant, loop-invariant, assert, type, raises, ..., safety:<ExceptionName>
    text: str
    verdict: str
    reason: str | None = None
    witness: WitnessResult | None = None
    evidence: tuple[EvidenceResult, ...] = ()
    assumptions: tuple[str, ...] = ()
    hint: str | None = None  # what would help
    rank: int = 0
    declared: bool = False  # kind `raises`: the contract itself declares what may be raised
    spread: SpreadResult | None = None
    inferred: bool = False  # it speaks of clauses that verheal inferred: nobody has said that they are meant so


@dataclass(frozen=True)
class FunctionResult:
    """Every function read has one. `verdict` is the lowest of its obligations', termination apart; `seconds` the CPU
    time that it cost in this run.
    """

    path: str
    function: str
    line: int
    verdict: str
    terminates: str = "unknown"
    assumptions: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True)
class Problem:
    """Input that could not be read (syntax error, wrong encoding, link loop ...). Line 0: the whole file."""

    path: str
    line: int
    code: str
    message: str
    severity: str = "error"  # "error" or "warning"


@dataclass(frozen=True)
class Skip:
    """What was switched off, by a comment or by configuration. Line 0: by configuration."""

    path: str
    function: str
    line: int
    reason: str


@dataclass(frozen=True)
class InternalError:
    """verheal itself went wrong (a crash, a missing solver, a contradiction). Always exit code 3."""

    where: str
    message: str
    bundle: str | None = None  # path of the file to send in


@dataclass(frozen=True)
class Stats:
    """What the run cost. Seconds; `peak_memory` in bytes, the largest of any one process."""

    solver_calls: int = 0
    lowered: int = 0
    cache_hits: int = 0
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    jobs: int = 1
    peak_memory: int = 0
    isolation: str = "none"
    lines: int = 0  # source lines read
    files: int = 0


@dataclass(frozen=True)
class SuggestionResult:
    """Invariants found for the loop in `line`: each of `texts` is a Python expression that holds at the head of its
    body. So many are `left` out that have no form in Python, or a very long one.
    """

    path: str
    function: str
    line: int
    texts: tuple[str, ...]
    left: int


@dataclass(frozen=True)
class CheckResult:
    """Everything one `check` found. `partial` names why the run stopped early, None when it did not. `since` is a
    revision, or ""; so many functions were left out because they are `unchanged` since then. Proofs were asked
    for again under so many `seeds`.
    """

    tool: Mapping[str, str]
    functions: tuple[FunctionResult, ...] = ()
    obligations: tuple[ObligationResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    skips: tuple[Skip, ...] = ()
    stats: Stats = field(default_factory=Stats)
    errors: tuple[InternalError, ...] = ()
    partial: str | None = None
    since: str = ""
    unchanged: int = 0
    seeds: int = 0
    suggestions: tuple[SuggestionResult, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """One backend's try at one obligation. `answer` is its own word, such as "unsat" or "gave up: rlimit"."""

    by: str
    level: str
    key: str
    rlimit: int | None
    seconds: float
    answer: str


@dataclass(frozen=True)
class ExplainResult:
    """One obligation in full. `terms` is it in Python terms, one assumption or goal a line."""

    obligation: ObligationResult
    terms: tuple[str, ...]
    assumptions: tuple[str, ...]
    smt: str
    attempts: tuple[Attempt, ...] = ()
