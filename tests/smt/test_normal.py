"""Normalised quantifiers mean what they meant, and get patterns."""
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verheal.contracts.core.build import ZERO, add, choose, le, lt, no, select, sub
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Expr, Var, forall, integer
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.contracts.smt.normal import normalised, summed, written
from verheal.contracts.smt.printer import print_sequent

ROW = Var("row", MapT(INT, INT))
K, Q, N, M = (Var(name, INT) for name in "kqnm")
small = st.integers(-4, 5)
sums: st.SearchStrategy[Expr] = st.recursive(
    st.sampled_from([K, N, M]) | small.map(integer),
    lambda inner: st.builds(add, inner, inner) | st.builds(sub, inner, inner)
    | inner.map(lambda term: App("int.neg", (term,), INT)),
    max_leaves=5,
)
positions = sums | st.builds(lambda a, b: choose(lt(a, ZERO), add(a, N), b), sums, sums)
bodies: st.SearchStrategy[Expr] = st.recursive(
    st.builds(le, sums, sums) | st.builds(lt, positions.map(lambda p: select(ROW, p)), sums),
    lambda inner: st.builds(lambda a, b: App("and", (a, b), BOOL), inner, inner)
    | st.builds(lambda a, b: App("or", (no(a), b), BOOL), inner, inner)
    | st.builds(lambda low, high, body: forall(Q, low, high, body), sums, sums, inner),
    max_leaves=5,
)
edges = sums | small.map(integer)


@settings(max_examples=300, deadline=None)
@given(edges, edges, bodies, st.lists(small, max_size=6), small, small, small)
def test_the_meaning_stays(low: Expr, high: Expr, body: Expr, row: list[int], k: int, n: int, m: int) -> None:
    term = forall(K, low, high, body)
    env = {"row": FiniteMap.of_list(list[object](row), 0), "k": k, "n": n, "m": m}
    (fresh,) = normalised((term,))
    assert evaluate(fresh, env) == evaluate(term, env)


@settings(max_examples=150, deadline=None)
@given(sums, small, small, small)
def test_sums_are_written_back_with_their_value(term: Expr, k: int, n: int, m: int) -> None:
    env = {"k": k, "n": n, "m": m}
    assert evaluate(written(summed(term)), env) == evaluate(term, env)


def test_shifted_and_reversed_positions_become_patterns() -> None:
    shifted = forall(K, ZERO, N, lt(ZERO, select(ROW, add(K, integer(1)))))
    turned = forall(K, ZERO, N, lt(ZERO, select(ROW, sub(sub(N, integer(1)), K))))
    wrapped = forall(K, ZERO, N, lt(ZERO, select(ROW, choose(lt(K, ZERO), add(K, N), K))))
    for term in (shifted, turned, wrapped):
        assert ":pattern ((select x1 k0))" in print_sequent((term,), lt(ZERO, N))
    assert "ite" not in print_sequent((wrapped,), lt(ZERO, N))
