"""A function's core and its obligations under the best invariants found."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from verheal.contracts.core.expr import Expr
from verheal.contracts.core.stmt import Function as CoreFunction
from verheal.contracts.core.stmt import Stuck
from verheal.contracts.lowering.function import Lowered, lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Hints, LoopReport, Obligation
from verheal.contracts.obligations.syntax import walk
from verheal.contracts.source.model import Function, Module
from verheal.prover.analysis import Bench
from verheal.prover.clock import Clock
from verheal.prover.houdini import Entails, Spent, infer, rank
from verheal.prover.places import where
from verheal.prover.quick import entails
from verheal.prover.sifting import sifting
from verheal.prover.solving import Solving
from verheal.prover.traces import shapes_of, traces

SHARE_LEFT = 0.4  # of the budget is never spent on invariants


@dataclass(frozen=True)
class Core:
    """What lowering gave. `gave_up` is the reason why nothing can be proved of the function, or empty.

    `known`: every way through the function is modelled, so that it ends where its loops do. `whole` is the id
    of the obligation that nothing undeclared leaves the function. `untyped` are parameters of no known type.
    `closed`: `known`, and everything that it may call is lowered in its place, its loops included.
    """

    obligations: tuple[Obligation, ...] = ()
    assumptions: tuple[str, ...] = ()
    gave_up: str = ""
    known: bool = False
    notes: tuple[str, ...] = ()
    function: CoreFunction | None = None
    whole: str = ""
    untyped: tuple[str, ...] = ()
    closed: bool = False
    loops: tuple[LoopReport, ...] = ()

    def with_obligations(self, obligations: tuple[Obligation, ...]) -> Core:
        """The same with other obligations, the first of which is the whole one."""
        return replace(self, obligations=obligations, whole=obligations[0].id)


def core_of(bench: Bench, module: Module, function: Function, solving: Solving, clock: Clock) -> Core:
    """Never raises but for memory and interrupts: an error of the lowering is this function's trouble."""
    try:
        return _core(bench, module, function, solving, clock)
    except MemoryError:
        raise
    except RecursionError as error:
        return Core(gave_up=f"too deeply nested ({where(error)})")
    except Exception as error:
        told = where(error)
        return Core(gave_up=f"internal: {told}", notes=(f"lowering: {told}",))


def _core(bench: Bench, module: Module, function: Function, solving: Solving, clock: Clock) -> Core:
    lowered, generated = _falling(bench.program, module.name, function.qualname, _entails(solving, clock))
    if not lowered.gave_up and any(not report.unrolled for report in generated.loops):
        generated = with_invariants(bench.program, lowered, generated, solving, clock)
    tainted = any(obligation.reasons for obligation in generated.obligations)
    known = not tainted and not lowered.recursive and not lowered.gave_up
    stuck = any(isinstance(statement, Stuck) for statement in walk(lowered.function.body))
    whole = next((o.id for o in generated.obligations if o.site == lowered.function.raises_site), "")
    return Core(
        generated.obligations,
        tuple(lowered.assumptions),
        lowered.gave_up,
        known,
        function=lowered.function,
        whole=whole,
        untyped=lowered.untyped,
        closed=known and not stuck,
        loops=generated.loops,
    )


def _falling(program: Program, module: str, qualname: str, many: Entails) -> tuple[Lowered, Generated]:
    """Lowered with a guess of what falls from a recursive call to the next that seems to be right, or the first."""
    found = first = lower_function(program, module, qualname)
    generated = plain = generate(first.function)
    for number in range(1, first.measures + 1):
        if all(many(o.sequent.assumptions, (o.sequent.goal,))[0] for o in generated.obligations if _of_depth(o)):
            return found, generated
        if number == first.measures:
            break
        found = lower_function(program, module, qualname, number)
        generated = generate(found.function)
    return first, plain


def _of_depth(obligation: Obligation) -> bool:
    return obligation.site.kind == "safety:RecursionError"


def with_invariants(
    program: Program, lowered: Lowered, plain: Generated, solving: Solving, clock: Clock
) -> Generated:
    """The obligations under invariants that were found, or the `plain` ones; large functions leave no time to look."""
    known = {_key(Hints()): plain}

    def made(hints: Hints) -> Generated:
        if _key(hints) not in known:
            if clock.left() <= clock.budget * SHARE_LEFT:
                raise Spent
            known[_key(hints)] = generate(lowered.function, hints)
        return known[_key(hints)]

    many = _entails(solving, clock)
    hints = Hints()
    with suppress(Spent):
        hints = infer(made, many=many, sift=sifting(traces(lowered.function, shapes_of(program, lowered.function))))
        hints = rank(made, None, hints, many=many)
    return known[_key(hints)] if _key(hints) in known else generate(lowered.function, hints)


def _key(hints: Hints) -> tuple[object, ...]:
    return tuple(hints.invariants.items()), tuple(hints.measures.items())


def _entails(solving: Solving, clock: Clock) -> Entails:
    """The solver for guesses; its answers steer, they prove nothing."""
    quick = entails()

    def ask(assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        if clock.left() <= clock.budget * SHARE_LEFT:  # the rest is for the obligations themselves
            return tuple(False for _ in goals)
        solving.calls += 1
        return quick(assumptions, goals)

    return ask
