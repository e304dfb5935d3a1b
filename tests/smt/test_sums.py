"""Closed forms of sums, and bounds by the least and greatest value, are true of concrete rows."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verheal.contracts.core.build import choose, le, lt, no, same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Expr, Var, integer, mapping
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import INT, MapT
from verheal.contracts.smt.facts import facts
from verheal.contracts.smt.sums import closed_sum

A, C, K, N = (Var(name, INT) for name in ("a", "c", "k", "n"))
SQUARE = App("int.mul", (K, K), INT)
TESTS = (lt(K, C), le(K, C), lt(C, K), le(C, K), no(lt(K, A)), le(K, App("int.add", (A, C), INT)))


def bodies(depth: int) -> st.SearchStrategy[Expr]:
    leaves = st.sampled_from([A, C, K, integer(3), integer(0)])
    if depth == 0:
        return leaves
    inner = bodies(depth - 1)
    return st.one_of(
        leaves,
        st.builds(lambda op, x, y: App(f"int.{op}", (x, y), INT), st.sampled_from(["add", "sub"]), inner, inner),
        st.builds(lambda x, y: App("int.mul", (x, y), INT), st.sampled_from([A, integer(-2)]), inner),
        st.builds(lambda x: App("int.neg", (x,), INT), inner),
        st.builds(choose, st.sampled_from(TESTS), inner, inner),
    )


@settings(max_examples=300, deadline=None)
@given(bodies(3), st.integers(0, 6), st.integers(-4, 8), st.integers(-4, 8))
def test_closed_forms(body: Expr, n: int, a: int, c: int) -> None:
    env = {"n": n, "a": a, "c": c}
    found = closed_sum(mapping(K, body), N)
    assert found is not None
    assert evaluate(found, env) == 2 * sum(evaluate(body, {**env, "k": k}) for k in range(n))  # type: ignore[misc]


@pytest.mark.parametrize("body", [SQUARE, App("int.mod", (K, C), INT), choose(same(K, C), A, K)])
def test_other_rows_have_none(body: Expr) -> None:
    assert closed_sum(mapping(K, body), N) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(-4, 4), max_size=5), st.integers(-1, 5))
def test_sums_lie_between_their_ends(values: list[int], n: int) -> None:
    row = Var("row", MapT(INT, INT))
    terms = tuple(App(op, (row, N), INT) for op in ("seq.sum", "seq.min", "seq.max"))
    laws = facts(terms)
    env = {"row": FiniteMap.of_list(list[object](values), 0), "n": n}
    assert [law for law in laws if not evaluate(law, env)] == []
