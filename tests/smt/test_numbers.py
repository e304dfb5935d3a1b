"""Laws of powers, divisors, roots, factorials, choices, bits and division are true of concrete values."""
from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verheal.contracts.core import numbers
from verheal.contracts.core.build import add, sub
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Const, Expr, Var, integer
from verheal.contracts.core.types import INT
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.smt.facts import facts
from verheal.contracts.smt.numbers import STEPPING

A, B, C, K = (Var(name, INT) for name in "abck")

some = st.one_of(st.integers(-6, 9), st.integers(-6, 9), st.integers(-(2**40), 2**40))
small = st.integers(-3, 14)


def term(op: str, *args: Expr) -> App:
    return App(f"int.{op}", args, INT)


def holds(terms: list[Expr], env: dict[str, object]) -> None:
    laws = facts(tuple(terms))
    assert laws
    assert [law for law in laws if not evaluate(law, env)] == []


@settings(max_examples=300, deadline=None)
@given(some, some, small, small)
def test_powers(a: int, b: int, n: int, m: int) -> None:
    exponents = (B, C)
    bases: tuple[Expr, ...] = (A, K, integer(2), term("mul", A, A))
    terms: list[Expr] = [term("pow", base, n) for base in bases for n in exponents]
    holds([*terms, term("floordiv", B, integer(2))], {"a": a, "k": b, "b": n, "c": m})


@settings(max_examples=300, deadline=None)
@given(some, some, some)
def test_divisors(a: int, b: int, c: int) -> None:
    holds([term("gcd", A, B), term("gcd", B, A), term("gcd", B, C)], {"a": a, "b": b, "c": c})


@settings(max_examples=200, deadline=None)
@given(some, some, small, small)
def test_roots_factorials_and_choices(a: int, b: int, n: int, k: int) -> None:
    env: dict[str, object] = {"a": a, "b": b, "c": n, "k": k}
    holds([term("isqrt", A), term("isqrt", B)], env)
    holds([term("factorial", C), term("factorial", K)], env)
    holds([term("comb", C, K), term("comb", K, C)], env)


@settings(max_examples=400, deadline=None)
@given(some, some, st.integers(-2, 45))
def test_bits(a: int, b: int, k: int) -> None:
    whole = term("pow", integer(2), K)
    masks: list[Expr] = [B, whole, add(whole, integer(-1)), sub(integer(-1), whole), term("mul", B, integer(64))]
    for mask in masks:
        holds([term("and", A, mask), term("and", mask, A)], {"a": a, "b": b, "k": k})


@settings(max_examples=300, deadline=None)
@given(some, some, some)
def test_division(a: int, b: int, c: int) -> None:
    quotients: list[Expr] = []
    for top in (A, B, add(A, C), term("mul", A, C), term("mul", C, B), term("mod", A, B)):
        quotients += [term("floordiv", top, C), term("mod", top, C)]
    holds(quotients, {"a": a, "b": b, "c": c})


def test_every_such_operator_has_laws() -> None:
    for op in STEPPING:
        args = (A, B) if op not in ("int.isqrt", "int.factorial") else (A,)
        assert facts((App(op, args, INT),))


@pytest.mark.parametrize("mask", [0, 1, 6, 0x6E, 255, -1, -2, ~0x31, 2**70 + 5])
def test_masks_are_divisions(mask: int) -> None:
    made = Terms().make("int.and", (A, integer(mask)), INT)
    for value in (0, 1, -1, 77, -300, 2**71 + 12345):
        assert evaluate(made, {"a": value}) == value & mask


def test_what_is_too_large_is_not_computed() -> None:
    calls = ((numbers.power, 3, 10**9), (numbers.choices, 10**9, 5 * 10**8))
    for meaning, *args in calls:
        with pytest.raises(NotExecutable):
            meaning(*args)
    with pytest.raises(NotExecutable):
        numbers.factorial(10**6)
    assert Terms().make("int.pow", (integer(3), integer(10**9)), INT) == term("pow", integer(3), integer(10**9))


def test_meanings_are_those_of_cpython() -> None:
    for a, b in itertools.product(range(-4, 9), repeat=2):
        assert numbers.power(a, b) == (a**b if b >= 0 else 0)
        assert numbers.choices(a, b) == (math.comb(a, b) if min(a, b) >= 0 else 0)
        assert numbers.power_below(a, b) == (a**b if b < 0 and a else 0.0)
    big = 2**80
    assert [numbers.power(base, big) for base in (-1, 0, 1)] == [1, 0, 1]
    assert numbers.power(-1, big + 1) == -1
    assert isinstance(Terms().make("int.and", (integer(12), integer(10)), INT), Const)
