"""A function's core and its obligations under the best invariants found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Obligation
from verheal.contracts.source.model import Function, Module
from verheal.prover.analysis import Bench
from verheal.prover.portfolio import Clock
from verheal.prover.solving import Solving


@dataclass(frozen=True)
class Core:
    """What lowering gave. `gave_up` is the reason why nothing can be proved of the function, or empty.

    `known`: every way through the function is modelled, so that it ends where its loops do.
    """

    obligations: tuple[Obligation, ...] = ()
    assumptions: tuple[str, ...] = ()
    gave_up: str = ""
    known: bool = False
    notes: tuple[str, ...] = ()
    generated: Generated | None = None

    def with_obligations(self, obligations: tuple[Obligation, ...]) -> Core:
        """The same with other obligations."""
        return replace(self, obligations=obligations)


def core_of(bench: Bench, module: Module, function: Function, solving: Solving, clock: Clock) -> Core:
    """Never raises but for memory and interrupts: an error of the lowering is this function's trouble only."""
    from verheal.prover.subject import where

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
    from verheal.contracts.lowering.function import lower_function

    lowered = lower_function(bench.program, module.name, function.qualname)
    generated = generate(lowered.function)
    tainted = any(obligation.reasons for obligation in generated.obligations)
    return Core(
        generated.obligations,
        tuple(lowered.assumptions),
        lowered.gave_up,
        not tainted,
        generated=generated,
    )
