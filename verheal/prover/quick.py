"""Quick guesses whether many goals follow from the same assumptions; nothing rests on the answers.

One text for all goals, each behind a switch of its own. z3 instantiates quantifiers at their patterns
only, which finds the same proofs and gives up fifty times sooner where there is none; of doubles only
laws are known.
"""

from __future__ import annotations

from itertools import chain

from verheal.contracts.core.build import implies, no
from verheal.contracts.core.expr import FALSE, TRUE, App, Binder, Expr, Var
from verheal.contracts.core.types import BOOL
from verheal.contracts.obligations.rounds import subterms
from verheal.contracts.smt.numbers import STEPPING
from verheal.contracts.smt.printer import Unprintable, render
from verheal.contracts.smt.slicing import apart, narrower, stepping
from verheal.prover.houdini import Entails

ALONE = 170_000  # still less than what such a text is asked with in the end
STEPPING_ALONE = 250_000  # what multiplies unknowns takes more
MOST_AGAIN = 10


def _hard(goal: Expr) -> bool:
    """Does it speak of rows or ranges?"""
    return any(
        isinstance(part, Binder)
        or (isinstance(part, App) and (part.op.startswith(("seq.", "set.")) or part.op in STEPPING))
        for part in subterms((goal,))
    )


def entails(rlimit: int = 60_000, seed: int = 0, cpu_seconds: float = 0.5, memory_mb: int = 1024) -> Entails:
    """z3 in this process, for `infer(generate, many=entails())`. The limits hold for each goal."""

    def ask(assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        plain = tuple(goal for goal in goals if not stepping((goal,)))
        fewer = apart(assumptions, TRUE) if plain else assumptions
        if len(plain) == len(goals) and len(fewer) == len(assumptions):
            return together(assumptions, goals)
        proved: set[Expr] = set()
        for known, asked in ((fewer, plain), (assumptions, goals)):
            rest = tuple(goal for goal in asked if goal not in proved)
            found = together(known, rest) if rest else ()
            proved |= {goal for goal, held in zip(rest, found, strict=True) if held}
        return tuple(goal in proved for goal in goals)

    def together(assumptions: tuple[Expr, ...], goals: tuple[Expr, ...]) -> tuple[bool, ...]:
        if len(goals) == 1:
            most = max(rlimit, STEPPING_ALONE if stepping(goals) else ALONE)
            return (_single(assumptions, goals[0], most, seed, cpu_seconds, memory_mb),)
        switches = tuple(Var(f"goal {index}", BOOL) for index in range(len(goals)))
        refuted = tuple(implies(switch, no(goal)) for switch, goal in zip(switches, goals, strict=True))
        try:
            printed = render((*assumptions, *refuted), FALSE, lawful=True)
        except Unprintable:
            return tuple(together(assumptions, (goal,))[0] for goal in goals)
        names = {var: name for name, var in printed.names}
        # A goal that is literally true leaves no switch in the text.
        used = [names.get(switch) for switch in switches]
        found = _checked(printed.text, used, rlimit, seed, cpu_seconds, memory_mb)
        # The laws of one goal's terms can wear the solver out while it is asked about another.
        again = [goal for goal, held in zip(goals, found, strict=True) if not held and _hard(goal)][:MOST_AGAIN]
        alone = {goal for goal in again if together(assumptions, (goal,))[0]}
        return tuple(held or goal in alone for goal, held in zip(goals, found, strict=True))

    return ask


def _single(
    assumptions: tuple[Expr, ...], goal: Expr, rlimit: int, seed: int, cpu_seconds: float, memory_mb: int
) -> bool:
    """The question as it will be asked in the end; of fewer assumptions where all of them wear the solver out."""
    from verheal.prover.backends.z3_backend import solve, worn_out

    for chosen in chain((assumptions,), narrower(assumptions, goal)):
        try:
            text = render(chosen, goal, lawful=True).text
        except Unprintable:
            return False
        most = rlimit if chosen is assumptions else rlimit // 3
        made = solve(text, most, seed, memory_mb=memory_mb, cpu_seconds=cpu_seconds, quick=True)
        answer = made.transcript.answer
        if answer == "unsat" or not worn_out(answer):
            return answer == "unsat"
    return False


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
    return (*found, *(False for _ in switches[len(found) :]))
