"""One function, from source to the conditions that are proved of it. Runs inside a worker process."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass, replace

from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.contracts import contract_of, suppose
from verheal.contracts.source.model import Function, Module
from verheal.lattice.levels import Against, For
from verheal.proofs.reasons import Reason
from verheal.prover.analysis import Bench
from verheal.prover.clock import Clock
from verheal.prover.inferring.implied import lean
from verheal.prover.inferring.model import CONTRACTED, InferReport
from verheal.prover.inferring.posts import effects, results, without_halves
from verheal.prover.inferring.trying import Trial, trial
from verheal.prover.inferring.words import RESULT, Term, Words, seen_type, words_of
from verheal.prover.outcome import Costs, Failure, Finding, FunctionReport
from verheal.prover.places import where
from verheal.prover.subject import Running, examine, prepared
from verheal.prover.task import Task

MOST_ROUNDS = 4
MOST_ASKED = 24  # conditions in one round
LEAST_SECONDS = 0.5
WEAKER_MAY_DO = (Reason.SOLVER_UNKNOWN, Reason.BUDGET, Reason.SUSPECTED, Reason.LOOP_INVARIANT, "")
NO_WORDS = Words((), None)
SHARE = 0.5  # of what is left goes to one round


def judge(bench: Bench, task: Task) -> InferReport:
    """What holds of one function. Never raises but for KeyboardInterrupt and SystemExit."""
    started = time.process_time()
    clock = Clock(started, bench.setting.budget, bench.boxes)
    setting = bench.setting
    try:
        report = _judged(bench, task, clock)
    except MemoryError:
        report = InferReport(task.key, failure=Failure("limit", "ran out of memory"))
    except RecursionError as error:
        report = InferReport(task.key, failure=Failure("limit", f"nested too deeply ({where(error)})"))
    except Exception as error:  # one bad function never stops the run
        report = InferReport(task.key, failure=Failure("error", where(error)))
    finally:
        bench.setting = setting
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return replace(report, costs=replace(report.costs, cpu_seconds=clock.used(), peak_memory=peak), details=())


def _judged(bench: Bench, task: Task, clock: Clock) -> InferReport:
    module, function = bench.functions[task.key]
    contract = contract_of(bench.program, module.name, function.qualname)
    why = _why_not(function, contract)
    if why:
        return InferReport(task.key, why_not=why)
    way = prepared(bench, task, module, function, contract)
    if way.execution is None:
        return InferReport(task.key, why_not=way.why_not)
    tried = trial(way.execution)
    if not tried.returned:
        return InferReport(task.key, why_not=_why_nothing_ran(tried, way), tried=tried.report.tried)
    inference = Inference(bench, task, clock, module, function, tried)
    try:
        return inference.posts()
    finally:
        suppose(bench.program, module.name, function.qualname, (), ())


def _why_not(function: Function, contract: Contract) -> str:
    if contract.requires or contract.ensures:
        return CONTRACTED
    if function.is_generator or function.is_async:
        return "what it gives is only computed later"
    return ""


def _why_nothing_ran(tried: Trial, way: Running) -> str:
    stopped = tried.report.stopped
    if stopped.startswith(("unsupported: ", "not importable")):
        return stopped
    return way.why_not or "no call of it that was tried returned"


@dataclass
class Inference:
    """One function under way."""

    bench: Bench
    task: Task
    clock: Clock
    module: Module
    function: Function
    tried: Trial

    def posts(self) -> InferReport:
        """The strongest conditions of the templates that are proved of what it returns and leaves."""
        words = self.words()
        asked: tuple[str, ...] = ()
        if words is not None:
            asked = self.tried.survivors((*results(words), *self.changes(words)), words)
        return self.proved(asked, words or NO_WORDS)

    def words(self) -> Words | None:
        """What its conditions may speak of."""
        shape = self.tried.execution.shape
        found = words_of(self.bench.program, self.module, self.function, shape.ints, shape.texts)
        if found is None:
            return None
        values = self.tried.values
        result = found.result
        if result is None and self.function.returns is None:
            kind = seen_type(values)
            result = None if kind is None else Term(RESULT, kind)
        plain = all(seen_type((text,)) is not None for text in values)
        return replace(found, result=result, values=values if plain and len(self.tried.returned) > 20 else ())

    def changes(self, words: Words) -> tuple[str, ...]:
        """Candidates for what becomes of arguments."""
        return tuple(effects(words, self.function.name == "__init__"))

    def proved(self, candidates: tuple[str, ...], words: Words) -> InferReport:
        """Rounds: the strongest of the candidates are asked about; what fails makes room for what is weaker."""
        left, found, others = candidates, dict[str, Finding](), tuple[Finding, ...]()
        costs, assumed = Costs(), set[str]()
        why = "" if candidates else f"none of the simple conditions held in all of {len(self.tried.returned)} runs"
        for _ in range(MOST_ROUNDS):
            strongest = lean(left, words)
            asked = tuple(text for text in strongest if text not in found)[:MOST_ASKED]
            if not asked or self.clock.left() < LEAST_SECONDS:
                break
            report = self.examined(asked)
            costs = costs.plus(report.costs)
            if report.failure is not None:
                break
            others = tuple(finding for finding in report.findings if finding.kind != "post")
            held = {f.text: f for f in report.findings if f.kind == "post" and f.text in asked and is_proved(f)}
            failed = set(asked) - held.keys()
            why = why or next((told(f) for f in report.findings if f.text in failed and f.kind == "post"), "")
            if not held and not any(f.reason in WEAKER_MAY_DO for f in report.findings if f.text in failed):
                break
            left = tuple(text for text in left if text not in failed)
            if failed and any(self.own(finding) for finding in held.values()):
                continue  # they rest on what failed: all of them again, without that
            found |= held
            assumed |= set(report.assumptions)
        shown = without_halves(lean([text for text in left if text in found], words))
        return InferReport(
            self.task.key,
            (*others, *(found[text] for text in shown)),
            assumptions=tuple(sorted(assumed)),
            costs=costs,
            ensures=shown,
            obligations=tuple(found[text].id for text in shown),
            tried=self.tried.report.tried,
            returned=len(self.tried.returned),
            why_not="" if shown else why or "the CPU seconds for this function were used up",
        )

    def own(self, finding: Finding) -> bool:
        """Does its proof rest on what is supposed of the function itself?"""
        return any(name.startswith(f"{self.task.key}|") for name in finding.rests_on)

    def examined(self, ensures: tuple[str, ...], requires: tuple[str, ...] = ()) -> FunctionReport:
        """The function's report under these conditions, as `check` would give it."""
        suppose(self.bench.program, self.module.name, self.function.qualname, requires, ensures)
        seconds = max(LEAST_SECONDS, self.clock.left() * SHARE)
        self.bench.setting = replace(self.bench.setting, budget=seconds, backends=("search", "z3"))
        return examine(self.bench, self.task, time.process_time())


def told(finding: Finding) -> str:
    """Why a condition that held in all runs is not shown."""
    reason = f"{finding.reason}: {finding.detail}" if finding.detail else finding.reason or "a run refutes it"
    return f"{finding.text} held in all runs and is not proved: {reason}"


def is_proved(finding: Finding) -> bool:
    """By itself: what it rests on is for others to settle."""
    return finding.point.supports >= For.PROVED and finding.point.opposes < Against.REFUTED
