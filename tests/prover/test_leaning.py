"""What is left of a set of invariants says the same."""
from __future__ import annotations

import itertools

import pytest

from verheal.contracts.core.build import ONE, ZERO, add, both, either, implies, le, lt, same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Const, Expr, Var
from verheal.contracts.core.types import INT
from verheal.prover.leaning import lean

X, Y = Var("x", INT), Var("y", INT)
BEFORE = App("int.add", (X, Const(-1, INT)), INT)


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        ((le(ONE, X),), le(ZERO, X)),
        ((le(X, Y),), lt(X, add(Y, ONE))),
        ((le(X, Y),), le(BEFORE, Y)),
        ((lt(X, Y),), le(X, Y)),
        ((same(X, Y),), le(Y, X)),
        ((le(X, Y),), either(le(X, Y), same(X, ONE))),
        ((le(X, Y),), implies(same(X, ONE), le(X, Y))),
        ((le(X, Y), le(ONE, X)), both(le(ZERO, X), le(X, Y))),
    ],
)
def test_what_follows_goes(strong: tuple[Expr, ...], weak: Expr) -> None:
    for order in itertools.permutations((*strong, weak)):
        assert set(lean(order)) == set(strong)
    for x, y in itertools.product(range(-3, 4), repeat=2):
        env = {"x": x, "y": y}
        assert not all(evaluate(claim, env) for claim in strong) or evaluate(weak, env)


@pytest.mark.parametrize("other", [le(Y, X), lt(X, Y), same(X, Y), implies(le(X, Y), le(ONE, X)), le(ONE, X)])
def test_what_says_more_stays(other: Expr) -> None:
    assert other in lean((le(X, Y), other))


def test_of_two_that_say_the_same_one_stays() -> None:
    assert len(lean((le(X, Y), lt(X, add(Y, ONE)), either(le(X, Y), le(X, Y))))) == 1
