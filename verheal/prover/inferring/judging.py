"""One function, from source to the conditions that are proved of it. Runs inside a worker process."""

from __future__ import annotations

import resource
import time
from dataclasses import replace

from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.contracts import contract_of, suppose
from verheal.contracts.source.model import Function
from verheal.prover.analysis import Bench
from verheal.prover.clock import Clock
from verheal.prover.inferring.ensuring import Ensured, ensured
from verheal.prover.inferring.inference import Inference
from verheal.prover.inferring.model import CONTRACTED, InferReport
from verheal.prover.inferring.requiring import Required, failures, is_safety, refuted, required
from verheal.prover.inferring.trying import Trial, trial
from verheal.prover.outcome import Failure
from verheal.prover.places import where
from verheal.prover.subject import Running, prepared
from verheal.prover.task import Task


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
        return _inferred(inference)
    finally:
        suppose(bench.program, module.name, function.qualname, (), ())


def _inferred(inference: Inference) -> InferReport:
    """What it asks of callers first: of the calls that are left, more may hold. What only the solver finds is seen when
    it is asked for the first time."""
    words = inference.words()
    bad = failures(inference)
    asks = required(inference, words, bad) if bad else Required()
    gives = ensured(inference, words)
    if not bad and (bad := refuted(gives.others)):
        asks = required(inference, words, bad)
        gives = ensured(inference, words) if asks.texts else gives
    return _report(inference, asks, gives)


def _report(inference: Inference, asks: Required, gives: Ensured) -> InferReport:
    others = asks.findings if asks.texts else gives.others
    why = asks.why_not or ("" if asks.texts else gives.why_not)
    return InferReport(
        inference.task.key,
        (*others, *gives.findings.values()),
        assumptions=asks.assumptions,
        costs=inference.costs,
        requires=asks.texts,
        safety=tuple(finding.id for finding in asks.findings if is_safety(finding)),
        ensures=tuple(gives.findings),
        obligations=tuple(finding.id for finding in gives.findings.values()),
        excluded=asks.excluded,
        failing=asks.failing,
        tried=inference.tried.report.tried,
        returned=len(inference.tried.returned),
        why_not=why,
    )


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
