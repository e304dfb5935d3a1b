"""Why something stayed undecided: a closed list, each with what would help."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a verdict is Unknown; `help` says to the user what would help."""

    help: str

    def __new__(cls, value: str, help: str) -> Reason:
        member = str.__new__(cls, value)
        member._value_ = value
        member.help = help
        return member

    UNSUPPORTED = (
        "unsupported",
        "Move the named construct into a function of its own with a contract, or write it in a simpler form.",
    )
    UNTYPED = (
        "untyped",
        "Annotate the parameters and the attributes that the function reads.",
    )
    BUDGET = (
        "budget",
        "Raise the budget, or split the function so that each part has a smaller contract.",
    )
    SOLVER_UNKNOWN = (
        "solver-unknown",
        "Install a second solver, or state intermediate facts as asserts.",
    )
    SUSPECTED = (
        "suspected",
        "No run failed as the solver says: a loop invariant or a callee's contract may be missing.",
    )
    VACUOUS = (
        "vacuous",
        "No run was seen that satisfies the preconditions (and returns, for a postcondition): check them.",
    )
    OPAQUE_CLAUSE = (
        "opaque-clause",
        "Write the condition as a plain expression over parameters, fields and results.",
    )
    CALLS_UNKNOWN = (
        "calls-unknown",
        "Give the called function a contract, or have its source within the paths that are checked.",
    )
    LOOP_INVARIANT = (
        "loop-invariant",
        "State what holds in every round as an assert at the head of the loop's body.",
    )
    RESTS_ON_UNPROVED = (
        "rests-on-unproved",
        "Prove the contract of the called function that this one relies on.",
    )
    NOT_RUN = (
        "not-run",
        "Let the code be run: its module must import; what touches the world needs bubblewrap or Landlock.",
    )
    NOT_INSTALLED = (
        "not-installed",
        "Install the solver or the dependency that is named.",
    )
    LIMIT = (
        "limit",
        "A bound on inlining, unrolling or paths was reached: raise it, or state an invariant or a contract.",
    )
    ERROR = (
        "error",
        "This is a defect of verheal itself: please report it with the printed details.",
    )
