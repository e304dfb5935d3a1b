"""What a replay shows of a claim: that it was reached, or that it fails."""

from __future__ import annotations

from verheal.proofs.claim import Claim, Place
from verheal.proofs.transcript import ClauseFailure, Frame, Outcome, ReplayTranscript, Run

# Memory is an assumption, and Ctrl-C comes from outside: neither is the function's doing.
NOT_THE_FUNCTIONS_DOING = ("MemoryError", "KeyboardInterrupt")
# What deal and icontract raise says that a clause fails, which is an obligation of its own; but for deal's word
# that an exception is not declared.
VIOLATIONS, OF_RAISES = ("ContractError", "ViolationError"), ("RaisesContractError", "ReasonContractError")
# A clause that cannot even be read says something of the reader, not of the function.
UNREADABLE = ("NameError", "SyntaxError")


def speaks_of(claim: Claim, replay: ReplayTranscript) -> bool:
    """Whether the replay called the claim's function, in the very source that the claim was made from."""
    same = (replay.path, replay.function, replay.closure) == (claim.path, claim.function, claim.closure)
    return same and replay.closure.startswith("sha256:")


def valid(run: Run) -> bool:
    """Whether the run had an input that counts and came to an end."""
    ended = run.outcome in (Outcome.RETURNED, Outcome.RAISED)
    return run.requires_held and run.annotations_held and run.finished and ended


def reaches(claim: Claim, replay: ReplayTranscript) -> bool:
    """Whether some run shows that the claim is not vacuous.

    The preconditions can be satisfied; and, for a postcondition, the function does return somewhere: what
    never returns keeps every postcondition, and nobody wants to hear that.
    """
    returns = claim.kind == "post"
    return any(valid(run) and (run.outcome is Outcome.RETURNED or not returns) for run in replay.runs)


def fails(claim: Claim, replay: ReplayTranscript) -> bool:
    """Whether every run, of at least two under different hash seeds, fails in the claim's own way."""
    seeds = {run.hash_seed for run in replay.runs}
    return len(seeds) >= 2 and all(valid(run) and _shows(claim, run) for run in replay.runs)


def _shows(claim: Claim, run: Run) -> bool:
    match claim.kind.split(":"):
        case ["safety", exception]:
            if exception not in run.mro:
                return False
            if exception == "RecursionError":
                return _raised_at(claim.place, run, anywhere=True)
            return _raised_at(claim.place, run) and not nested(claim, run)
        case ["assert"]:
            return _assertion_fails(claim, run)
        case ["raises"]:
            return run.outcome is Outcome.RAISED and not _declared(claim, run)
        case ["post"]:
            # Plain asserts are a contract notation too: there CPython itself evaluates the clause.
            returned = run.outcome is Outcome.RETURNED
            return (returned and _clause_fails(claim, run)) or _assertion_fails(claim, run)
        case ["invariant" | "loop-invariant"]:
            return _clause_fails(claim, run) or _assertion_fails(claim, run)
        case ["pre" | "type" | "frame" | "refinement" | "equivalence"]:
            return _clause_fails(claim, run)
        case _:
            return False  # termination among them: no finite run shows that a call never ends


def _raised_at(place: Place, run: Run, *, anywhere: bool = False) -> bool:
    """Innermost entry only: what a callee raises is the callee's; a stack overflow has no one place."""
    frames = run.traceback if anywhere else run.traceback[-1:]
    raised = run.outcome is Outcome.RAISED
    return raised and any(blamed(place, frame) for frame in frames)


def nested(claim: Claim, run: Run) -> bool:
    """Whether the function had called itself, at any remove, where the exception was raised.

    Of such an activation nobody knows whether its preconditions held: only the outermost one's were looked at.
    """
    home = (claim.path, claim.function)
    return sum((frame.path, frame.function) == home for frame in run.traceback) > 1


def blamed(place: Place, frame: Frame) -> bool:
    """Whether it is this place that failed, or was being evaluated, in the frame."""
    return place.blames(frame.path, frame.function, frame.line, frame.span)


def _assertion_fails(claim: Claim, run: Run) -> bool:
    """Exactly AssertionError: contract libraries raise subclasses of it."""
    return run.mro[:1] == ("AssertionError",) and _raised_at(claim.place, run) and not nested(claim, run)


def _clause_fails(claim: Claim, run: Run) -> bool:
    return any(_is_failure(claim, failure) for failure in run.failures)


def _is_failure(claim: Claim, failure: ClauseFailure) -> bool:
    frame = failure.frame
    if claim.kind in ("pre", "type"):
        # The same clause is owed at many calls, the same annotation at many statements.
        here = blamed(claim.place, frame)
    else:
        here = (frame.path, frame.function) == (claim.path, claim.function)
    same = (failure.kind, failure.text) == (claim.kind, claim.clause)
    return here and same and failure.exception not in UNREADABLE


def _declared(claim: Claim, run: Run) -> bool:
    """Whether the exception may leave; only the last parts of names count, which can but declare too much."""
    names = {_last(name) for name in run.mro}
    if names & {*NOT_THE_FUNCTIONS_DOING, *(_last(name) for name in claim.declared)}:
        return True
    if names.intersection(VIOLATIONS) and not names.intersection(OF_RAISES):
        return True
    return any(
        _last(site.exception) in names
        and _raised_at(Place(claim.path, claim.function, site.line, site.end_line, site.spans), run)
        for site in claim.raise_sites
    )


def _last(name: str) -> str:
    return name.rsplit(".", 1)[-1]
