"""Interpreter against formula: an obligation that a run violates must not be provable with that run's inputs."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from tests.differential.generator import FunctionModel, module
from tests.differential.outcomes import image
from tests.differential.running import FUEL, Loaded, load
from tests.differential.typed_terms import literal
from verheal.contracts.core.build import same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import Expr
from verheal.contracts.core.image import NotAnImage, inject
from verheal.contracts.core.interpreter import Outcome, Raised, Rejected, Returned, run
from verheal.contracts.core.stmt import Function
from verheal.contracts.core.types import DictT, ListT, MapT, NeverT, OpaqueT, SetT, TupleT, Type, UnionT
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Hints, Obligation

RLIMIT = 400_000
Inputs = Mapping[str, object]


@dataclass
class Checked:
    """What was compared: `evaluated` sequents by computing them, `asked` by z3 with the inputs fixed."""

    functions: int = 0
    evaluated: int = 0
    asked: int = 0
    satisfiable: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Checked) -> None:
        """Count another part in."""
        for name, value in other.__dict__.items():
            setattr(self, name, getattr(self, name) + value)


def check_module(seed: int, count: int, runs: int, infer: bool) -> Checked:
    """The functions of one generated module, `runs` inputs each; with invariants by Houdini when `infer`."""
    found = Checked()
    loaded = load(module(seed, count, 3))
    for one in loaded.model.functions:
        lowered = loaded.lower(one.name)
        if not lowered.gave_up:
            found.functions += 1
            try:
                check_function(found, loaded, one, Random(seed), runs, infer)
            except Exception as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                found.wrong.append(f"crash: {error!r} at {last.filename}:{last.lineno}\n{one.source}")
    return found


def check_function(found: Checked, loaded: Loaded, one: FunctionModel, random: Random, runs: int, infer: bool) -> None:
    """All runs of one function against its obligations."""
    function = loaded.lower(one.name).function
    made = generate(function, _hints(function) if infer else Hints())
    asked: set[str] = set()
    for inputs in _inputs(loaded, one, function, random, runs):
        outcome = run(function, inputs, FUEL)
        failed = violated(function, made, outcome)
        if failed is None:
            continue
        for obligation in made.obligations:
            known = _evaluated(obligation, inputs)
            if known is not None:
                found.evaluated += 1
                if known == (obligation.id in failed):
                    found.wrong.append(_report("evaluated", one, obligation, inputs, outcome))
            elif obligation.id in failed and obligation.id not in asked:
                asked.add(obligation.id)
                _ask(found, one, obligation, inputs, outcome, function)


def _inputs(loaded: Loaded, one: FunctionModel, function: Function, random: Random, runs: int) -> list[Inputs]:
    values, shapes, names = loaded.values(random), loaded.shapes(function.inputs), [var.name for var in function.params]
    made: list[Inputs] = []
    for _ in range(runs):
        values.pool.clear()
        known: dict[int, object] = {}
        args = [image(values.value(kind), known) for kind in one.params]
        try:
            made.append(inject(dict(zip(names, args, strict=True)), function.inputs, shapes))
        except NotAnImage:
            continue
    return made


def violated(function: Function, made: Generated, outcome: Outcome) -> set[str] | None:
    """Ids of the obligations that a run violates; None when the run says nothing."""
    if isinstance(outcome, Rejected):
        return set()
    if not isinstance(outcome, Returned | Raised) or outcome.undecided:
        return None
    ids = {item.site: item.id for item in made.obligations}
    failed = {ids[site] for site in outcome.failures}
    if isinstance(outcome, Raised):
        supers = dict(function.mro).get(outcome.exception, (outcome.exception,))
        allowed = function.allowed
        undeclared = not set(allowed) & set(supers) if allowed is not None else not outcome.declared
        if undeclared:
            assert function.raises_site is not None
            failed.add(ids[function.raises_site])
            if not outcome.declared:
                failed.add(ids[outcome.site])
    return failed


def disagreements(function: Function, made: Generated, inputs: Inputs) -> list[str] | None:
    """Ids of obligations that say otherwise of these inputs than a run does; None when the run says nothing."""
    failed = violated(function, made, run(function, inputs, FUEL))
    if failed is None:
        return None
    return [item.id for item in made.obligations if _evaluated(item, inputs) == (item.id in failed)]


def _evaluated(obligation: Obligation, inputs: Inputs) -> bool | None:
    """Does the sequent hold of these inputs? None when it speaks of more than the inputs."""
    if obligation.site.kind == "termination" or obligation.reasons or obligation.loops:
        return None
    try:
        if not all(evaluate(fact, inputs) for fact in obligation.sequent.assumptions):
            return True
        return bool(evaluate(obligation.sequent.goal, inputs))
    except NotExecutable:
        return None


def _ask(
    found: Checked,
    one: FunctionModel,
    obligation: Obligation,
    inputs: Inputs,
    outcome: Outcome,
    function: Function,
) -> None:
    fixed = tuple(same(var, literal(inputs[var.name], var.type)) for var in function.inputs if plain(var.type))
    found.asked += 1
    answer = ask((*fixed, *obligation.sequent.assumptions), obligation.sequent.goal)
    found.satisfiable += answer == "sat"
    if answer == "unsat":
        found.wrong.append(_report("proved", one, obligation, inputs, outcome))


def ask(assumptions: tuple[Expr, ...], goal: Expr) -> str:
    """z3's answer about the negation: unsat means proved."""
    from verheal.contracts.smt.printer import Unprintable, render
    from verheal.prover.backends.z3_backend import solve

    try:
        text = render(assumptions, goal).text
    except Unprintable:
        return "unprintable"
    return solve(text, RLIMIT, cpu_seconds=1.0).transcript.answer


def _hints(function: Function) -> Hints:
    """Invariants that z3 has shown to be inductive."""
    from verheal.prover.houdini import Solved, infer

    return infer(
        lambda hints: generate(function, hints),
        lambda sequent: Solved(ask(sequent.assumptions, sequent.goal) == "unsat"),
        calls=80,
    )


def plain(kind: Type) -> bool:
    """Can a value of the type be written as a term?"""
    match kind:
        case OpaqueT() | NeverT():
            return False
        case ListT(inner) | SetT(inner):
            return plain(inner)
        case DictT(key, inner) | MapT(key, inner):
            return plain(key) and plain(inner)
        case TupleT(items) | UnionT(items):
            return all(plain(item) for item in items)
        case _:
            return True


def _report(how: str, one: FunctionModel, obligation: Obligation, inputs: Inputs, outcome: Outcome) -> str:
    end = f"{outcome.exception} at {outcome.site.text}" if isinstance(outcome, Raised) else type(outcome).__name__
    shown = {name: value for name, value in inputs.items() if not hasattr(value, "store")}
    return f"{how}: {obligation.id}\n{one.source}\ninputs {shown}\nrun: {end}"
