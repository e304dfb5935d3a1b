"""Puts both versions of a function in place, so that they can be run on the same inputs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verheal.contracts.lowering.contracts import contract_of
from verheal.contracts.source.model import Function, Module
from verheal.proofs.transcript import ReplayTranscript
from verheal.prover.analysis import Bench
from verheal.prover.belongings import class_contracts
from verheal.prover.clock import Clock
from verheal.prover.comparing.duel import Duel, Version
from verheal.prover.comparing.guessing import guesses
from verheal.prover.comparing.task import PairTask
from verheal.prover.comparing.translating import translation
from verheal.prover.executing import LOOK_CPU, Execution, execution
from verheal.prover.run.job import Job
from verheal.prover.run.runner import Runner
from verheal.prover.run.shapes import GENERATOR, FunctionShape

RUNS_SHARE = 0.5  # of the budget may go to calls that do not end


@dataclass(frozen=True)
class Fight:
    """`execution` is the version before, alone."""

    duel: Duel
    execution: Execution

    def run(self) -> ReplayTranscript | None:
        """A run of the version before that came to its end, if there was one."""
        return self.execution.reached(returning=True) or self.execution.reached(returning=False)


def fight(before: Bench, after: Bench, task: PairTask, clock: Clock) -> Fight | None:
    """None where nothing is to be run, or no expression calls the functions."""
    if not task.runs:
        return None
    module, function = before.functions[task.before]
    later, successor = after.functions[task.after]
    first = _execution(before, module, function, task, clock)
    second = _execution(after, later, successor, task, clock)
    if first is None or second is None:
        return None
    job = replace(first.job, compare=True, state=task.state)
    plain = Job("", function.qualname, check_annotations=False, compare=True, lenient=True, state=task.state)
    shape = _both(first.shape, second.shape)
    names = translation(first.shape, second.shape)
    one, same = Version(first.runner, first.module, job), Version(first.runner, first.module, plain)
    other = Version(second.runner, second.module, replace(plain, function=successor.qualname))
    guessed = guesses(shape, function, first.scope, lambda calls: one.run(calls, call_cpu=LOOK_CPU))
    return Fight(Duel(one, same, other, guessed, first.scope, names, clock, wild=task.touches_world), first)


def _execution(bench: Bench, module: Module, function: Function, task: PairTask, clock: Clock) -> Execution | None:
    contract = contract_of(bench.program, module.name, function.qualname)
    classes = class_contracts(bench.program, module)
    share = clock.budget * RUNS_SHARE
    return execution(
        _runner(bench, task), bench.repository, bench.universe, module, function, contract, task.closure,
        (), classes, share, coroutines=True,
    )  # fmt: skip


def _runner(bench: Bench, task: PairTask) -> Runner:
    """Only where nothing but the scratch folder can be written does what touches the world share a box."""
    private = bench.setting.isolation.level == "bubblewrap"
    return bench.runner if private or not task.touches_world else replace(bench.runner, warm=None)


def _both(before: FunctionShape, after: FunctionShape) -> FunctionShape:
    """The function before, with the constants that either version mentions, and annotations of either."""
    notes = {param.name: param.annotation for param in after.params}
    params = tuple(
        replace(param, annotation=notes.get(param.name)) if param.annotation is None else param
        for param in before.params
    )
    return replace(
        before,
        params=params,
        drive="{}" if before.drive == GENERATOR else before.drive,  # what a run gives is run over when it has ended
        ints=tuple(dict.fromkeys((*before.ints, *after.ints))),
        texts=tuple(dict.fromkeys((*before.texts, *after.texts))),
        recurs=before.recurs or after.recurs,
        keys=tuple(dict.fromkeys((*before.keys, *after.keys))),
    )
