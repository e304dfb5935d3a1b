"""z3 inside the current process: a text goes in, a transcript and perhaps a model as plain data come out.

Work is limited by z3's own resource counter, which is exact across processes for one seed. Memory and
CPU time are backups.
"""
from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verheal.proofs.transcript import Solver, SolverTranscript, text_digest
from verheal.prover.backends.z3_model import PlainModel, plain_model

if TYPE_CHECKING:
    import z3

POLL_SECONDS = 0.05
STOPPED = ("canceled", "interrupted")  # what z3 says of its interrupt


@dataclass(frozen=True)
class Answer:
    """What came back: the transcript, and for `sat` the values of the text's constants when they were
    asked for.
    """

    transcript: SolverTranscript
    model: PlainModel | None = None


def solve(
    text: str,
    rlimit: int,
    seed: int = 0,
    want_model: bool = False,
    memory_mb: int = 2048,
    cpu_seconds: float = 60.0,
    quick: bool = False,
) -> Answer:
    """Ask z3 about a text that ends in one `(check-sat)`.

    The transcript's answer is `sat`, `unsat`, `unknown` or `error`, with the reason on a second line for
    the last two. `quick` looks for a proof by instantiating quantifiers at their patterns only: what is false
    is then mostly `unknown`, some fifty times sooner than a model of its quantifiers is found or given up.
    Texts with quantifiers are always asked so first, with half of the limits; the transcript's `rlimit`
    is the sum. No exception of z3 leaves this function.
    """
    import z3

    started = time.process_time()
    asking = _Asking(text, rlimit, seed, memory_mb, cpu_seconds)
    try:
        answer = asking.instantiating(whole=quick) if quick or "(forall " in text else ""
        if answer != "unsat" and not quick:
            answer = asking.deciding(want_model)
    except (z3.Z3Exception, OSError, MemoryError, RecursionError) as error:
        answer = f"error\n{type(error).__name__}: {error}"
        asking.model = None
    transcript = SolverTranscript(
        solver=Solver.Z3,
        version=z3.get_version_string(),
        digest=text_digest(text),
        answer=answer,
        seed=seed,
        rlimit=asking.spent,
        seconds=time.process_time() - started,
        options=(("memory_mb", str(memory_mb)), ("quick", str(quick).lower()), ("rlimit", str(rlimit))),
    )
    return Answer(transcript, asking.model)


@dataclass
class _Asking:
    """One text under its limits; `spent` adds up over the ways in which it is asked."""

    text: str
    rlimit: int
    seed: int
    memory_mb: int
    cpu_seconds: float
    spent: int | None = None
    model: PlainModel | None = None

    def instantiating(self, whole: bool) -> str:
        """Patterns only; with half of the limits where another way may follow.

        First of the text as it stands: what z3 simplifies, a constant that equals a sum above all, its patterns may
        no longer meet. Where that runs out of instances there are none for the simplified text either.
        """
        part = 1 if whole else 2
        answer = self._check(self.rlimit // part // 3, self.cpu_seconds / part / 3, True, False, as_it_stands=True)
        if answer == "unsat" or not worn_out(answer):
            return answer
        return self._check(self.rlimit // part, self.cpu_seconds / part, True, False)

    def deciding(self, want_model: bool) -> str:
        """All of z3, models of quantifiers included."""
        return self._check(self.rlimit, self.cpu_seconds, False, want_model)

    def _check(
        self, rlimit: int, cpu_seconds: float, quick: bool, want_model: bool, as_it_stands: bool = False
    ) -> str:
        import z3

        context = z3.Context()
        solver = solver_of(context, rlimit, self.seed, self.memory_mb, quick, as_it_stands)
        solver.from_string(self.text)
        with interrupted_after(cpu_seconds, context):
            result = solver.check()
            self.spent = (self.spent or 0) + _spent(solver)
            if result == z3.sat and want_model:
                self.model = _model_of(solver)
        return str(result) if result != z3.unknown else f"unknown\n{solver.reason_unknown()}"


def worn_out(answer: str) -> bool:
    """Did the solver run out of what it was granted? Else it had found all instances that its patterns bring up."""
    return any(sign in answer for sign in ("resource", *STOPPED))


def solver_of(
    context: z3.Context, rlimit: int, seed: int, memory_mb: int, quick: bool, as_it_stands: bool = False
) -> z3.Solver:
    """A solver under limits; see `solve`. `as_it_stands`: the text is not simplified first."""
    import z3

    solver = z3.SimpleSolver(ctx=context) if as_it_stands else z3.Solver(ctx=context)
    solver.set("rlimit", rlimit)
    solver.set("random_seed", seed)
    solver.set("max_memory", memory_mb)
    if quick:
        solver.set("auto_config", False)
        solver.set("mbqi", False)
    return solver


def _model_of(solver: z3.Solver) -> PlainModel | None:
    """The model, or None: a model that cannot be read takes nothing from the answer."""
    try:
        return plain_model(solver.model(), solver.assertions())
    except Exception:
        return None


def _spent(solver: z3.Solver) -> int:
    statistics: Any = solver.statistics()
    names = statistics.keys()
    return int(statistics.get_key_value("rlimit count")) if "rlimit count" in names else 0


@contextmanager
def interrupted_after(cpu_seconds: float, context: z3.Context) -> Iterator[None]:
    """Interrupts z3 when this thread has used so much CPU time; z3 then answers unknown (canceled)."""
    done = threading.Event()
    clock = time.pthread_getcpuclockid(threading.get_ident())
    limit = time.clock_gettime(clock) + cpu_seconds

    def watch() -> None:
        while not done.wait(POLL_SECONDS):
            if time.clock_gettime(clock) > limit:
                context.interrupt()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
