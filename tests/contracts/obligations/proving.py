"""Helpers: hand-written core programs, and z3 on the printed obligations."""

from __future__ import annotations

from collections.abc import Mapping

from verheal.contracts.core.expr import App, Expr, Var, integer
from verheal.contracts.core.stmt import Check, Function, Raise, Site, Stmt
from verheal.contracts.core.types import BOOL, INT
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Generated, Hints, Obligation, Sequent
from verheal.contracts.smt.printer import print_sequent

X, Y, Z = Var("x", INT), Var("y", INT), Var("z", INT)
INDEX, N, ACC = Var("i", INT), Var("n", INT), Var("acc", INT)
B, C = Var("b", BOOL), Var("c", BOOL)
RESULT = Var("result", INT)
RAISES = Site("raises", "raises", 1, 1)
MRO = (
    ("ValueError", ("ValueError", "Exception", "BaseException")),
    ("KeyError", ("KeyError", "LookupError", "Exception", "BaseException")),
    ("IndexError", ("IndexError", "LookupError", "Exception", "BaseException")),
)


def num(value: int | Expr) -> Expr:
    """An int literal, or the expression itself."""
    return integer(value) if isinstance(value, int) else value


def add(a: int | Expr, b: int | Expr) -> Expr:
    """a + b."""
    return App("int.add", (num(a), num(b)), INT)


def sub(a: int | Expr, b: int | Expr) -> Expr:
    """a - b."""
    return App("int.sub", (num(a), num(b)), INT)


def lt(a: int | Expr, b: int | Expr) -> Expr:
    """a < b."""
    return App("int.lt", (num(a), num(b)), BOOL)


def le(a: int | Expr, b: int | Expr) -> Expr:
    """a <= b."""
    return App("int.le", (num(a), num(b)), BOOL)


def eq(a: int | Expr, b: int | Expr) -> Expr:
    """a == b."""
    return App("eq", (num(a), num(b)), BOOL)


def no(a: Expr) -> Expr:
    """not a."""
    return App("not", (a,), BOOL)


def site(text: str, kind: str = "assert", line: int = 1) -> Site:
    """A site."""
    return Site(kind, text, line, line)


def check(text: str, goal: Expr) -> Check:
    """A check at the site of its text."""
    return Check(site(text), goal)


def throw(exception: str, text: str = "", declared: bool = False) -> Raise:
    """An exception that Python itself raises (or, when declared, a raise statement)."""
    kind = "raises" if declared else f"safety:{exception}"
    return Raise(exception, site(text or exception, kind), declared)


def function(
    *body: Stmt,
    entry: tuple[Stmt, ...] = (),
    leave: tuple[Stmt, ...] = (),
    unwind: tuple[Stmt, ...] = (),
    allowed: tuple[str, ...] | None = None,
    sites: tuple[Site, ...] = (),
) -> Function:
    """A function over the variables of this module."""
    return Function(
        "f", (X, Y), (X, Y, N, B, C), entry, body, leave, unwind, RESULT, MRO, allowed, RAISES, sites
    )


def valid(sequent: Sequent) -> bool:
    """Is the negation unsatisfiable, says z3?"""
    import z3

    solver = z3.Solver()
    solver.set("timeout", 10_000)
    solver.from_string(print_sequent(sequent.assumptions, sequent.goal))
    answer = solver.check()
    assert answer != z3.unknown
    return bool(answer == z3.unsat)


def verdicts(found: Generated) -> dict[str, bool]:
    """Is each obligation valid with all its lemmas? By kind|text|ordinal."""
    return {item.id.removeprefix("f|"): holds(item) for item in found.obligations}


def holds(item: Obligation) -> bool:
    """The obligation and every lemma that it takes for granted."""
    return valid(item.sequent) and all(valid(lemma) for lemma in item.lemmas)


def decide(*body: Stmt, hints: Hints | None = None, **options: object) -> Mapping[str, bool]:
    """Verdicts of a function with this body."""
    return verdicts(generate(function(*body, **options), hints))  # type: ignore[arg-type]


def infer(program: Function) -> Generated:
    """Houdini with z3: drop candidates until the rest is inductive; then take a measure that works."""
    found = generate(program)
    guesses = {report.id: list(report.candidates) for report in found.loops if not report.unrolled}
    ranks = {report.id: report.measures for report in found.loops if not report.unrolled}
    while True:
        hints = Hints({name: tuple(kept) for name, kept in guesses.items()})
        found = generate(program, hints)
        wrong = [lemma for lemma in found.lemmas if not plausible(lemma.sequent)]
        if not wrong:
            break
        for lemma in wrong:
            if lemma.candidate in guesses[lemma.loop]:
                guesses[lemma.loop].remove(lemma.candidate)
    chosen: dict[str, tuple[Expr, ...]] = {}
    for name, options in ranks.items():
        for option in options:
            tried = generate(program, Hints(hints.invariants, {**chosen, name: option}))
            goals = [item for item in tried.obligations if item.site.kind == "termination"]
            before = _terminations(program, hints, chosen)
            if sum(map(proved_quickly, goals)) > sum(map(proved_quickly, before)):
                chosen[name] = option
                break
    return generate(program, Hints(hints.invariants, chosen))


def _terminations(
    program: Function, hints: Hints, chosen: Mapping[str, tuple[Expr, ...]]
) -> list[Obligation]:
    found = generate(program, Hints(hints.invariants, chosen))
    return [item for item in found.obligations if item.site.kind == "termination"]


def proved_quickly(item: Obligation) -> bool:
    """Valid within a small budget."""
    return plausible(item.sequent)


def plausible(sequent: Sequent) -> bool:
    """Does z3 prove it within a second?"""
    import z3

    solver = z3.Solver()
    solver.set("timeout", 1_000)
    solver.from_string(print_sequent(sequent.assumptions, sequent.goal))
    return bool(solver.check() == z3.unsat)


def inferred(*body: Stmt, **options: object) -> Mapping[str, bool]:
    """Verdicts after inference; unknown counts as not proved."""
    found = infer(function(*body, **options))  # type: ignore[arg-type]
    return {
        item.id.removeprefix("f|"): plausible(item.sequent) and all(plausible(s) for s in item.lemmas)
        for item in found.obligations
    }
