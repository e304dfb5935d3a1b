"""What the analysis of one function hands back: plain data that can be sent, stored and compared."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.lattice.levels import UNKNOWN, Point
from verheal.proofs.evidence import Evidence


@dataclass(frozen=True)
class Call:
    """A failing call. `args` and `call` are Python expressions; `raises` is "Type: message" or None.

    `holds` is an expression that is true when the obligation holds on this input, for clauses that CPython
    does not check by itself.
    """

    args: tuple[tuple[str, str], ...]
    call: str
    raises: str | None
    note: str
    holds: str | None = None


@dataclass(frozen=True)
class Attempt:
    """One try at one obligation; `answer` is in the words of who tried."""

    by: str
    level: str
    key: str
    rlimit: int | None
    seconds: float
    answer: str


@dataclass(frozen=True)
class Finding:
    """One obligation and all that was found out about it.

    `place` is the key of the function that the lines lie in. `evidence` that decides was taken from verdicts
    that the kernel minted; `proof` is what it was minted from, so that it can be minted again.
    """

    id: str
    kind: str
    text: str
    place: str
    line: int
    end_line: int
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""  # one of proofs.reasons.Reason
    detail: str = ""
    witness: Call | None = None
    rests_on: tuple[str, ...] = ()
    declared: bool = False
    rank: int = 0
    inferred: bool = False

    @property
    def point(self) -> Point:
        """All evidence together."""
        point = UNKNOWN
        for item in self.evidence:
            point = point.join(item.point)
        return point


@dataclass(frozen=True)
class Detail:
    """The long part of a finding, read by `explain` and by whoever wants the verdict minted again.

    `claim`, `solvers` and `replays` are what the kernel was given, as JSON texts; `smt` is the formula.
    `refuted`: the last of the replays refutes the claim.
    """

    id: str
    smt: str = ""
    terms: tuple[str, ...] = ()
    claim: str = ""
    solvers: tuple[str, ...] = ()
    replays: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    refuted: bool = False


@dataclass(frozen=True)
class Failure:
    """verheal itself failed on this function. `where` is a Reason's word; `message` has no text of the code.

    `lasting`: it would happen again, so there is no use in trying again while nothing has changed.
    """

    where: str
    message: str
    lasting: bool = False


@dataclass(frozen=True)
class Costs:
    """What it took; `peak_memory` in bytes, of the worker since its start."""

    solver_calls: int = 0
    solver_hits: int = 0
    lowered: int = 0
    runs: int = 0
    cpu_seconds: float = 0.0
    peak_memory: int = 0

    def plus(self, other: Costs) -> Costs:
        """Both together."""
        return Costs(
            self.solver_calls + other.solver_calls,
            self.solver_hits + other.solver_hits,
            self.lowered + other.lowered,
            self.runs + other.runs,
            self.cpu_seconds + other.cpu_seconds,
            max(self.peak_memory, other.peak_memory),
        )


@dataclass(frozen=True)
class Suggestion:
    """Invariants of the loop in `line` as Python, to be asserted at the head of its body; so many are `left` out."""

    line: int
    texts: tuple[str, ...]
    left: int


@dataclass(frozen=True)
class FunctionReport:
    """Everything about one function. `lines` are the first lines of the functions that findings lie in.

    `terminates` is the id of the termination claims' lowest level, as a word of the lattice; `closed` says that it
    speaks of everything the function may call too, by what its calls really are.
    """

    key: str
    findings: tuple[Finding, ...] = ()
    terminates: str = "unknown"
    assumptions: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    failure: Failure | None = None
    notes: tuple[str, ...] = ()
    costs: Costs = Costs()
    details: tuple[Detail, ...] = ()
    closed: bool = False
    suggestions: tuple[Suggestion, ...] = ()
