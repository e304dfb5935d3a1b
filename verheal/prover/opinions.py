"""CrossHair and Hypothesis, for what neither random inputs nor the solver decided."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering.program import External, Program
from verheal.contracts.source.effects import immutable_value
from verheal.contracts.source.local_effects import immutable
from verheal.contracts.source.model import Function, Module
from verheal.lattice.levels import Against, For
from verheal.proofs.evidence import Evidence
from verheal.prover.backends import crosshair_backend, hypothesis_backend
from verheal.prover.backends.crosshair_backend import CrosshairAnswer, InPlay
from verheal.prover.clock import Clock
from verheal.prover.executing import Execution
from verheal.prover.refuting import refute_by_calls, refute_by_search
from verheal.prover.run.search import Found, SearchReport
from verheal.prover.work import Work

CLAUSES = ("post", "assert", "invariant")
WATCHED = ("post", "assert", "invariant", "raises")
LEAST_SECONDS = 4.0
WIDE_BUDGET = 30.0  # from here on functions without any written clause get a second opinion too, and ones with loops
CROSSHAIR_SECONDS = 1.0  # CPU time below a wide budget: what it confirms it confirms in a third of a second
HYPOTHESIS_SECONDS = 0.5
COVERED = 15  # so many random inputs that counted: starting Hypothesis costs more than what it would add


def wanted(works: Sequence[Work], budget: float) -> bool:
    """Whether something is open that they could tell about, and somebody cares."""
    kinds = CLAUSES if budget < WIDE_BUDGET else WATCHED
    return any(work.open and work.claim.kind in kinds for work in works)


def loops(program: Program, module: Module, function: Function) -> bool:
    """Whether it repeats anything, or calls itself: CrossHair confirms almost nothing of that kind."""
    try:
        node = program.function_node(module.name, function.qualname)[0]
    except KeyError:
        return True
    own = any(call.callee.rpartition(".")[2] == function.name for call in function.calls)
    return own or _any(node, lambda n: isinstance(n, ast.For | ast.While | ast.comprehension))


def covered(report: SearchReport, budget: float) -> bool:
    """Whether the random inputs so far are as good as what Hypothesis would add within the budget."""
    return budget < WIDE_BUDGET and report.satisfied >= COVERED


def _share(clock: Clock, narrow: float, *shares: float) -> float:
    return min(*shares, *(() if clock.budget >= WIDE_BUDGET else (narrow,)))


def crosshair_phase(
    execution: Execution, works: Sequence[Work], contract: Contract, in_play: InPlay, clock: Clock
) -> None:
    """Symbolic execution in a child: a counterexample is replayed, a silence is bounded or confirmed."""
    seconds = _share(clock, CROSSHAIR_SECONDS, clock.left() / 4, clock.budget / 3)
    dialects = tuple(dict.fromkeys(c.dialect for c in (*contract.requires, *contract.ensures)))
    if any(name not in crosshair_backend.KIND_OF_DIALECT for name in dialects):
        return  # its silence would not speak of those
    declared = tuple(execution.job.declared)
    answer = crosshair_backend.check(
        execution.runner, execution.module, execution.shape.qualname, dialects, in_play, declared, seconds
    )
    if answer.call is not None:
        refute_by_calls(execution, works, [answer.call])
    item = crosshair_backend.evidence(answer, works[0].claim.closure) if works else None
    for work in works:
        if not work.open or item is None or not _speaks_of(answer, work):
            continue
        work.supported(item, f"{answer.status}: {answer.detail}"[:300])


def _speaks_of(answer: CrosshairAnswer, work: Work) -> bool:
    """A silence speaks of what CrossHair checks: written clauses and exceptions, nothing else."""
    if answer.status not in ("bounded", "confirmed"):
        return False
    kind = work.claim.kind
    return (kind in WATCHED or kind.startswith("safety:")) and not work.obligation.site.needs


def hypothesis_phase(execution: Execution, works: Sequence[Work], clock: Clock) -> None:
    """Many generated inputs."""
    seconds = _share(clock, HYPOTHESIS_SECONDS, clock.left() / 3, clock.budget / 4)
    effort = hypothesis_backend.Effort(examples=int(100 * seconds), cpu_seconds=seconds)
    answer = hypothesis_backend.try_examples(execution.runner, execution.module, execution.job, effort)
    if answer.call is not None and answer.record is not None:
        found = [Found(key, answer.call, answer.record) for key in answer.failures]
        refute_by_search(execution, works, found)
    item = hypothesis_backend.evidence(answer, works[0].claim.closure) if works else None
    if item is None or item.level is not For.TESTED:
        return
    for work in works:
        if work.open and _is_tested(work) and (work.claim.kind != "post" or answer.returned):
            work.supported(_plain(item), f"{answer.satisfied} of {answer.tried} inputs counted, none failed")


def _is_tested(work: Work) -> bool:
    return (
        work.claim.kind in WATCHED or work.claim.kind.startswith("safety:")
    ) and not work.obligation.site.needs


def _plain(item: Evidence) -> Evidence:
    return Evidence(
        item.by, item.level, Against.NONE, item.key, item.rlimit, item.seconds, item.seed, item.assumptions
    )


def in_play(program: Program, module: Module, function: Function) -> InPlay:
    """What of the things that CrossHair is known to miss may be in play; True when it is not clear."""
    try:
        node = program.function_node(module.name, function.qualname)[0]
    except KeyError:
        return InPlay()
    calls_others = any(not _is_builtin(program, module, call.callee) for call in function.calls)
    notes = [p.annotation or "object" for p in function.parameters]
    mutable = [note for note in notes if not immutable(note)]
    text = " ".join(notes)
    nested = any(not _is_flat(note) for note in mutable)
    constants = [module.constant(name) for name in function.reads]
    state = any(c is not None and (c.rebound or not immutable_value(c.value)) for c in constants)
    # It makes `self` by the constructor only, so it never sees an object that has a history.
    has_self = function.is_method and not function.is_static
    return InPlay(
        shared_references=calls_others or has_self or len(mutable) > 1 or nested,
        defaults=calls_others or any(p.default is not None for p in function.parameters),
        module_state=calls_others or state,
        floats=calls_others or "float" in text or _any(node, _is_float),
        set_order=calls_others or "set" in text.lower() or _any(node, _is_set),
        class_patterns=calls_others or _any(node, lambda n: isinstance(n, ast.MatchClass)),
    )


def _is_flat(note: str) -> bool:
    """Is it one container with nothing in it that could be changed? An object is none: CrossHair makes it of one
    class, and a `TypedDict` without the further keys that it may have.
    """
    found = re.fullmatch(r"(?:list|List|set|Set)\[(\w+)\]|bytearray", note)
    return found is not None and (found[1] is None or immutable(found[1]))


def _is_builtin(program: Program, module: Module, callee: str) -> bool:
    if "." in callee:
        return False
    match program.attribute(module.name, callee) if callee else None:
        case External(dotted):
            return dotted.startswith("builtins.")
        case _:
            return False


def _any(node: ast.AST, test: object) -> bool:
    return callable(test) and any(test(child) for child in ast.walk(node))


def _is_float(node: ast.AST) -> bool:
    match node:
        case (
            ast.Constant(value=float() | complex())
            | ast.BinOp(op=ast.Div() | ast.Pow())
            | ast.Name(id="float" | "sum")
        ):
            return True
        case ast.AugAssign(op=ast.Div() | ast.Pow()):
            return True
        case _:
            return False


def _is_set(node: ast.AST) -> bool:
    match node:
        case ast.Set() | ast.SetComp() | ast.Name(id="set" | "frozenset"):
            return True
        case _:
            return False
