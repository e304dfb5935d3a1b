"""Quick guesses whether many goals follow from the same assumptions; nothing rests on the answers.

One text for all goals, each behind a switch of its own. z3 instantiates quantifiers at their patterns
only, which finds the same proofs and gives up fifty times sooner where there is none; of doubles only
laws are known.
"""
from __future__ import annotations

from verheal.contracts.core.build import implies, no
from verheal.contracts.core.expr import FALSE, Expr, Var
from verheal.contracts.core.types import BOOL
from verheal.contracts.smt.printer import Unprintable, render
from verheal.prover.houdini import Entails


def entails(
    rlimit: int = 60_000, seed: int = 0, cpu_seconds: float = 0.5, memory_mb: int = 1024
) -> Entails:
    """z3 in this process, for `infer(generate, many=entails())`. The limits hold for each goal."""

    def ask(assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        switches = tuple(Var(f"goal {index}", BOOL) for index in range(len(goals)))
        refuted = tuple(implies(switch, no(goal)) for switch, goal in zip(switches, goals, strict=True))
        try:
            printed = render((*assumptions, *refuted), FALSE, lawful=True)
        except Unprintable:
            if len(goals) == 1:
                return (False,)
            return tuple(ask(assumptions, (goal,))[0] for goal in goals)
        names = {var: name for name, var in printed.names}
        # A goal that is literally true leaves no switch in the text.
        used = [names.get(switch) for switch in switches]
        return _checked(printed.text, used, rlimit, seed, cpu_seconds, memory_mb)

    return ask


def _checked(
    text: str, switches: list[str | None], rlimit: int, seed: int, cpu_seconds: float, memory_mb: int
) -> tuple[bool, ...]:
    """For each switch, is the text unsatisfiable when it is on? Errors of z3 are no proof."""
    import z3

    from verheal.prover.backends.z3_backend import interrupted_after, solver_of

    found: list[bool] = []
    try:
        context = z3.Context()
        solver = solver_of(context, rlimit, seed, memory_mb, quick=True)
        solver.from_string(text)
        for switch in switches:
            with interrupted_after(cpu_seconds, context):
                assumed = [
                    z3.Bool(other, context) if other == switch else z3.Not(z3.Bool(other, context))
                    for other in switches
                    if other is not None
                ]
                found.append(bool(solver.check(*assumed) == z3.unsat))
    except (z3.Z3Exception, OSError, MemoryError):
        pass
    return (*found, *(False for _ in switches[len(found):]))
