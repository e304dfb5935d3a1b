"""The order in which one function's obligations are tried: random inputs, z3 with little and more effort.

Effort is counted in z3's own resource units and in CPU seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verheal.contracts.core.expr import FALSE
from verheal.contracts.smt.printer import Unprintable, render
from verheal.contracts.smt.slicing import narrower
from verheal.lattice.levels import Against, For
from verheal.proofs.evidence import Evidence
from verheal.proofs.kernel import KernelError, formula_key, prove
from verheal.proofs.reasons import Reason
from verheal.proofs.transcript import ReplayTranscript, SolverTranscript
from verheal.prover.backends.z3_backend import STOPPED, worn_out
from verheal.prover.clock import Clock
from verheal.prover.executing import Execution
from verheal.prover.refuting import ENDLESS, refute_by_calls, refute_by_search
from verheal.prover.run.search import SearchReport
from verheal.prover.solving import Solving, word
from verheal.prover.witnesses import Writer
from verheal.prover.work import Work

# By measurement, z3 proves what it proves of real functions with a tenth of the small effort; models need most of it.
SMALL_RLIMIT = 400_000
SMALL_SECONDS = 1.0  # of CPU with the small effort: what turns doubles into bits is not counted in z3's units
RLIMIT_PER_SECOND = 80_000  # of the budget: the larger effort for one text
MOST_CANCELED = 2  # after so many that wore out their CPU seconds, the others of a function are asked quickly
MOST_LARGE = 1  # so many larger efforts for one function, in either unit, whatever the number of its obligations
CALLS = 100
MORE_CALLS = 300  # where the solver leaves something open, before it is asked with more effort
MOST_MODELS = 20
UNFOUNDED = (Reason.SUSPECTED, Reason.BUDGET)  # what these say is beside the point where nothing can run
SEARCHED = ("post", "assert", "raises", "type", "pre", "invariant", "frame", "loop-invariant")


@dataclass(frozen=True)
class Excuse:
    """Why there was no run to see, where that is not the preconditions' fault."""

    reason: Reason
    why: str


def search_phase(execution: Execution, works: Sequence[Work], clock: Clock) -> SearchReport:
    """Random inputs; what fails is refuted, the rest is tested."""
    report = execution.look(CALLS, min(2.0, clock.budget / 2))
    if report.stopped == "budget" and not report.returned:  # what returns shows that a claim is not vacuous
        report = execution.look_on(report, CALLS, min(1.0, clock.budget / 4))
    refute_by_search(execution, works, report.failures, report.reaching)
    return report


def search_again(execution: Execution, works: Sequence[Work], clock: Clock, report: SearchReport) -> SearchReport:
    """More random inputs where nothing failed so far and something is open. What was proved needs none."""
    wanted = any(work.open and _watched(work) for work in works)
    failed = any(found.key.kind not in ENDLESS for found in report.failures)
    if report.stopped != "budget" or failed or not wanted:
        return report
    calls = MORE_CALLS * (2 if execution.shape.how == "method" else 1)  # objects have a history too
    more = execution.look_on(report, calls, min(2.0, max(1.0, clock.left() / 2)))
    refute_by_search(execution, works, more.failures, more.reaching)
    return more if more.stopped in ("budget", "exhausted") else report


def _watched(work: Work) -> bool:
    return work.claim.kind in SEARCHED or work.claim.kind.startswith("safety:")


def tested(execution: Execution, works: Sequence[Work], report: SearchReport) -> None:
    """What ran without a failure is worth telling where nobody could prove it."""
    if report.stopped not in ("budget", "exhausted"):
        return
    for work in works:
        enough = report.returned if work.claim.kind == "post" else report.satisfied
        if enough and _watched(work) and work.open and not work.obligation.site.needs:
            item = Evidence(
                "random search",
                For.TESTED,
                Against.NONE,
                work.claim.closure,
                None,
                report.cpu_seconds,
                0,
                frozenset(),
            )
            work.supported(item, f"{enough} of {report.tried} inputs counted, none failed")


def solver_phase(
    solving: Solving, works: Sequence[Work], rlimit: int, clock: Clock, want_models: bool = True
) -> None:
    """Ask about every obligation that is still open; answers are kept in the works."""
    most = rlimit * MOST_LARGE if rlimit > SMALL_RLIMIT else None
    before, canceled = solving.spent, 0
    for work in works:
        if not work.solvable or work.proved is not None or _finished(work):
            continue
        if most is not None and (solving.spent - before > most or canceled):
            return  # they stay as the smaller effort left them
        left = clock.left()
        if left <= 0:
            work.undecided(Reason.BUDGET, "the CPU seconds for this function were used up")
            continue
        seconds = min(max(1.0, left), SMALL_SECONDS if rlimit <= SMALL_RLIMIT else max(1.0, clock.budget / 5))
        # Of what a run refuted only a contradiction is still to be learnt.
        quick = canceled >= MOST_CANCELED or work.refuted is not None
        _ask(solving, work, rlimit, seconds, want_models, quick)
        canceled += not quick and _canceled(work)


def _finished(work: Work) -> bool:
    first = work.answers[0]
    return _all_unsat(work) or (first is not None and word(first) == "sat")


def _all_unsat(work: Work) -> bool:
    return all(answer is not None and word(answer) == "unsat" for answer in work.answers)


def _canceled(work: Work) -> bool:
    """Did a text wear out its CPU seconds?"""
    return any(a is not None and any(sign in a.answer for sign in STOPPED) for a in work.answers)


def _ask(solving: Solving, work: Work, rlimit: int, cpu_seconds: float, want_model: bool, quick: bool) -> None:
    """`quick`: by instantiation only, which finds nearly all proofs, and no model."""
    for text in work.texts:
        if text in work.lawful and _lawfully(solving, work, text, cpu_seconds):
            continue
        wants = want_model and text == work.claim.text
        if quick:
            answer = solving.ask(text, rlimit // 4, cpu_seconds / 4, quick=True)
        else:
            answer = solving.ask(text, rlimit, cpu_seconds, wants)
        work.heard[text] = answer
        work.tried(solver_evidence(answer, text), " ".join(answer.answer.split()))
        if word(answer) == "unknown" and worn_out(answer.answer) and _narrowly(solving, work, text, cpu_seconds):
            continue
        match word(answer):
            case "unsat":
                continue
            case "sat" if text == work.claim.text:
                work.undecided(
                    Reason.SUSPECTED, "the solver has a counterexample, but no run of it failed"
                )
            case "sat" | "unknown" if text != work.claim.text:
                work.undecided(Reason.LOOP_INVARIANT, "an invariant of a loop was not proved")
            case "error":
                work.undecided(Reason.ERROR, " ".join(answer.answer.split()))
            case _:
                spent = worn_out(answer.answer)
                detail = " ".join(answer.answer.split()[1:]) or "no reason given"
                work.undecided(Reason.BUDGET if spent else Reason.SOLVER_UNKNOWN, f"z3: {detail}")
        return


def model_phase(solving: Solving, works: Sequence[Work], execution: Execution, writer: Writer | None) -> None:
    """The solver's counter-models as calls, run in CPython: only what fails there is refuted."""
    if writer is None:
        return
    calls: dict[str, None] = {}
    counted = execution.runner.kept.get("ended")
    for work in works:
        model = solving.models.get(work.claim.text)
        if work.refuted is None and work.solvable and model is not None:
            graft = writer.graft(model, work.names, str(counted["call"])) if counted is not None else None
            written = (writer.call(model, work.names), graft)
            calls |= dict.fromkeys(call for call in written if call is not None)
    if calls:
        refute_by_calls(execution, works, list(calls)[:MOST_MODELS])


def reach_phase(
    solving: Solving, works: Sequence[Work], execution: Execution, writer: Writer | None, cpu_seconds: float
) -> None:
    """Where no random input satisfied the preconditions, the solver is asked for one."""
    if writer is None or "returned" in execution.runner.kept:
        return
    usable = [work for work in works if work.solvable and not work.claim.unreachable]
    for work in sorted(usable, key=lambda w: -len(w.obligation.sequent.assumptions))[:3]:
        try:
            printed = render(work.obligation.sequent.assumptions, FALSE)
        except Unprintable:
            continue
        if word(solving.ask(printed.text, SMALL_RLIMIT, cpu_seconds, want_model=True)) != "sat":
            continue
        model = solving.models.get(printed.text)
        call = writer.call(model, printed.names) if model is not None else None
        if call is not None:
            execution.try_calls([call])
        if "returned" in execution.runner.kept:
            return


def _lawfully(solving: Solving, work: Work, text: str, cpu_seconds: float) -> bool:
    """Whether the weaker text is enough; the bits of doubles take z3 a thousand times longer."""
    lawful = work.lawful[text]
    answer = solving.ask(lawful, SMALL_RLIMIT, min(2.0, cpu_seconds))
    if word(answer) == "unsat":
        work.heard[lawful] = answer
        work.chosen[text] = lawful
        work.tried(solver_evidence(answer, lawful), "unsat, of a weaker text")
    return text in work.chosen


def _narrowly(solving: Solving, work: Work, text: str, cpu_seconds: float) -> bool:
    """Whether a text with fewer assumptions is proved, by instantiation only."""
    sequent = work.sequents.get(text)
    if sequent is None:
        return False
    for fewer in narrower(sequent.assumptions, sequent.goal):
        try:
            weaker = render(fewer, sequent.goal, lawful=True).text
        except Unprintable:
            return False
        answer = solving.ask(weaker, SMALL_RLIMIT, min(SMALL_SECONDS, cpu_seconds), quick=True)
        if word(answer) == "unsat":
            work.heard[weaker] = answer
            work.chosen[text] = weaker
            work.tried(solver_evidence(answer, weaker), "unsat, of a weaker text")
            return True
        if not worn_out(answer.answer):
            return False
    return False


def solver_evidence(answer: SolverTranscript, text: str) -> Evidence:
    """What one answer is worth by itself; for the record of attempts, not for a verdict."""
    said = word(answer)
    return Evidence(
        f"{answer.solver} {answer.version}",
        For.PROVED if said == "unsat" else For.NONE,
        Against.SUSPECTED if said == "sat" else Against.NONE,
        formula_key(text),
        answer.rlimit,
        answer.seconds,
        answer.seed,
        frozenset(),
    )


def mint(works: Sequence[Work], execution: Execution | None, excuse: Excuse | None) -> None:
    """The kernel's verdicts for what was proved. `excuse` says why nothing, or next to nothing, was run."""
    for work in works:
        if excuse is not None and work.reason in UNFOUNDED and not _ran(execution, excuse):
            work.undecided(excuse.reason, excuse.why)
        if not work.solvable or work.excused or work.proved is not None or not _all_unsat(work):
            continue
        work.run = _run_for(work, execution)
        try:
            work.proved = prove(work.final_claim, work.heard.values(), work.run)
        except KernelError as error:
            if error.reason is Reason.VACUOUS and excuse is not None:
                work.undecided(excuse.reason, excuse.why)
            else:
                work.undecided(error.reason, str(error))


def _ran(execution: Execution | None, excuse: Excuse) -> bool:
    return excuse.reason is not Reason.NOT_RUN and execution is not None and bool(execution.runner.kept)


def _run_for(work: Work, execution: Execution | None) -> ReplayTranscript | None:
    if execution is None:
        return None
    return execution.reached(returning=work.claim.kind == "post")
