"""Claims and transcripts that the tests of the kernel start from."""

from __future__ import annotations

from verheal.proofs.assumption import Assumption
from verheal.proofs.claim import Claim, Place
from verheal.proofs.transcript import (
    ClauseFailure,
    Frame,
    Outcome,
    ReplayTranscript,
    Run,
    Solver,
    SolverTranscript,
    text_digest,
)

TEXT = "(set-logic ALL)\n(declare-const x Int)\n(assert (< x x))\n(check-sat)\n"
LEMMA = "(set-logic ALL)\n(declare-const i Int)\n(assert (> i (+ i 1)))\n(check-sat)\n"
CLOSURE = "sha256:closure"
FRAME = Frame("m.py", "f", 3)
ZERO = ("ZeroDivisionError", "ArithmeticError", "Exception", "BaseException", "object")


def claim(**changes) -> Claim:
    data = {
        "obligation": "f:post:0", "kind": "post", "path": "m.py", "function": "f",
        "place": Place("m.py", "f", 2, 4), "clause": "__return__ > 0", "closure": CLOSURE,
        "text": TEXT, "assumptions": frozenset({Assumption.ARGUMENTS_CONFORM}),
    }
    return Claim(**{**data, **changes})


def answer(text: str = TEXT, says: str = "unsat", solver: Solver = Solver.Z3) -> SolverTranscript:
    return SolverTranscript(solver, "1.0", text_digest(text), says, 0, 12, 0.01, (("rlimit", "1000"),))


def run(seed: int = 0, **changes) -> Run:
    data = {
        "hash_seed": seed, "requires_held": True, "annotations_held": True, "finished": True,
        "outcome": Outcome.RETURNED,
    }
    return Run(**{**data, **changes})


def raising(seed: int = 0, mro=ZERO, frames=(FRAME,), **changes) -> Run:
    return run(seed, outcome=Outcome.RAISED, mro=mro, message="division by zero", traceback=frames, **changes)


def failing(seed: int = 0, kind: str = "post", text: str = "__return__ > 0", exception: str | None = None,
            frame: Frame = FRAME, **changes) -> Run:
    return run(seed, failures=(ClauseFailure(kind, text, exception, frame),), **changes)


def replay(*runs: Run, **changes) -> ReplayTranscript:
    data = {
        "path": "m.py", "function": "f", "closure": CLOSURE, "args": (("x", "0"),), "call": "f(0)",
        "python": "3.11.7", "seconds": 0.02, "runs": runs or (run(0), run(1)),
    }
    return ReplayTranscript(**{**data, **changes})
