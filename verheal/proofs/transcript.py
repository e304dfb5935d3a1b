"""What really happened: the raw record of a solver's answer or of a replay in CPython; strict readers."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from verheal.proofs.claim import Span
from verheal.proofs.strict import TranscriptError, load, record, string


class Solver(StrEnum):
    """Solvers whose unsat counts; any two of them are independent of each other."""

    Z3 = "z3"
    CVC5 = "cvc5"
    BITWUZLA = "bitwuzla"


class Outcome(StrEnum):
    """How a run ended. A contract library's violation error is a ClauseFailure, not an outcome."""

    RETURNED = "returned"
    RAISED = "raised"
    TIMEOUT = "timeout"
    CRASHED = "crashed"


def text_digest(text: str) -> str:
    """Digest of exactly this text. Raises UnicodeEncodeError for lone surrogates."""
    return "sha256:" + sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class SolverTranscript:
    """One answer of one solver. `digest` is text_digest of what was sent, `answer` what came back, unedited.

    `rlimit` is what was spent, in the solver's own units; `seconds` is CPU time.
    """

    solver: Solver
    version: str
    digest: str
    answer: str
    seed: int | None
    rlimit: int | None
    seconds: float
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Frame:
    """One entry of a traceback; `function` is the code object's qualified name.

    `span` is the position of what was being evaluated; None under Python 3.10 and where code has no positions.
    """

    path: str
    function: str
    line: int
    span: Span | None = None


@dataclass(frozen=True)
class ClauseFailure:
    """A condition that the replayer evaluated and that does not hold.

    `kind` is the obligation's; `text` the clause; `exception` the type's name when evaluating it raised, else
    None, which says that it was false; `frame` is where: the call site for `pre`, else the function's own.
    """

    kind: str
    text: str
    exception: str | None
    frame: Frame


@dataclass(frozen=True)
class Run:
    """One execution of the call in a fresh interpreter.

    requires_held     every written precondition was evaluated and true
    annotations_held  every parameter is annotated and every argument conforms
    finished          the run came to its own end: nothing killed it, nothing is left out of this record
    mro               names of the escaped exception's classes, most derived first (builtins without module)
    traceback         entries inside the user's tree, outermost first
    """

    hash_seed: int
    requires_held: bool
    annotations_held: bool
    finished: bool
    outcome: Outcome
    mro: tuple[str, ...] = ()
    message: str = ""
    traceback: tuple[Frame, ...] = ()
    failures: tuple[ClauseFailure, ...] = ()


@dataclass(frozen=True)
class ReplayTranscript:
    """A call of a function, run in CPython: which, of which source (closure key), under which interpreter."""

    path: str
    function: str
    closure: str
    args: tuple[tuple[str, str], ...]
    call: str
    python: str
    seconds: float
    runs: tuple[Run, ...]


SOLVER_KEYS = ("solver", "version", "digest", "answer", "seed", "rlimit", "seconds", "options")
FRAME_KEYS = ("path", "function", "line", "span")
FAILURE_KEYS = ("kind", "text", "exception", "frame")
RUN_KEYS = (
    "hash_seed", "requires_held", "annotations_held", "finished", "outcome",
    "mro", "message", "traceback", "failures",
)
REPLAY_KEYS = ("path", "function", "closure", "args", "call", "python", "seconds", "runs")


def write(transcript: SolverTranscript | ReplayTranscript) -> str:
    """The transcript as JSON on one line, such that read_solver or read_replay gives it back."""
    return json.dumps(asdict(transcript), sort_keys=True, separators=(",", ":"))


def read_solver(raw: str) -> SolverTranscript:
    """The solver's transcript in a JSON text. Raises TranscriptError for anything else."""
    data = record(load(raw), SOLVER_KEYS)
    return SolverTranscript(
        solver=_solver(data.text("solver")),
        version=data.text("version"),
        digest=data.text("digest"),
        answer=data.text("answer"),
        seed=data.maybe("seed", data.whole),
        rlimit=data.maybe("rlimit", data.whole),
        seconds=data.seconds("seconds"),
        options=data.items("options", _pair),
    )


def read_replay(raw: str) -> ReplayTranscript:
    """The replay's transcript in a JSON text. Raises TranscriptError for anything else."""
    data = record(load(raw), REPLAY_KEYS)
    return ReplayTranscript(
        path=data.text("path"),
        function=data.text("function"),
        closure=data.text("closure"),
        args=data.items("args", _pair),
        call=data.text("call"),
        python=data.text("python"),
        seconds=data.seconds("seconds"),
        runs=data.items("runs", _run),
    )


def _run(value: object) -> Run:
    data = record(value, RUN_KEYS)
    run = Run(
        hash_seed=data.whole("hash_seed"),
        requires_held=data.flag("requires_held"),
        annotations_held=data.flag("annotations_held"),
        finished=data.flag("finished"),
        outcome=_outcome(data.text("outcome")),
        mro=data.items("mro", string),
        message=data.text("message"),
        traceback=data.items("traceback", _frame),
        failures=data.items("failures", _failure),
    )
    if (run.outcome is Outcome.RAISED) != bool(run.mro):
        raise TranscriptError("mro: given exactly when the run raised")
    return run


def _failure(value: object) -> ClauseFailure:
    data = record(value, FAILURE_KEYS)
    frame = _frame(data.data["frame"])
    return ClauseFailure(data.text("kind"), data.text("text"), data.maybe("exception", data.text), frame)


def _frame(value: object) -> Frame:
    data = record(value, FRAME_KEYS)
    return Frame(data.text("path"), data.text("function"), data.whole("line"), data.maybe("span", data.span))


def _pair(value: object) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise TranscriptError("a pair is expected")
    return string(value[0]), string(value[1])


def _solver(name: str) -> Solver:
    if name not in tuple(Solver):
        raise TranscriptError(f"{name} is no solver whose answers count")
    return Solver(name)


def _outcome(name: str) -> Outcome:
    if name not in tuple(Outcome):
        raise TranscriptError(f"{name} is no outcome")
    return Outcome(name)


