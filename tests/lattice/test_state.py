"""The same laws for states, by Hypothesis; states are compared as functions (an absent id is unknown)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verheal.lattice.levels import UNKNOWN, Against, For, Point
from verheal.lattice.state import State

points = st.builds(Point, st.sampled_from(For), st.sampled_from(Against))
states = st.builds(State, st.just("sha256:0"), st.dictionaries(st.sampled_from("abcd"), points, max_size=4))
operations = st.sampled_from((State.join, State.common, State.truth_join, State.truth_meet))
orders = st.sampled_from((State.knowledge_le, State.truth_le))
duals = st.sampled_from(((State.join, State.common), (State.truth_join, State.truth_meet)))


def same(left: State, right: State) -> bool:
    return left.knowledge_le(right) and right.knowledge_le(left)


@given(operations, states, states, states)
def test_idempotent_commutative_associative(operation, a, b, c):
    assert same(operation(a, a), a)
    assert operation(a, b) == operation(b, a)
    assert operation(operation(a, b), c) == operation(a, operation(b, c))


@given(duals, states, states)
def test_absorption(dual, a, b):
    up, down = dual
    assert same(up(a, down(a, b)), a) and same(down(a, up(a, b)), a)


@given(operations, operations, states, states, states)
def test_distributivity(first, second, a, b, c):
    assert same(first(a, second(b, c)), second(first(a, b), first(a, c)))


@given(operations, orders, states, states, states)
def test_interlacing(operation, order, a, b, c):
    lower = a.common(b) if order is State.knowledge_le else a.truth_meet(b)
    assert order(lower, a)
    assert order(operation(lower, c), operation(a, c))


@given(states, states)
def test_join_is_the_least_upper_bound(a, b):
    assert a.knowledge_le(a.join(b)) and b.knowledge_le(a.join(b))
    assert a.join(b).keys() == a.keys() | b.keys()


@given(states, states)
def test_both_orders_agree_only_where_the_states_do(a, b):
    if a.truth_le(b) and b.truth_le(a):
        assert same(a, b)


def test_states_of_different_sources_do_not_mix():
    with pytest.raises(ValueError, match="different sources"):
        State("sha256:0", {}).join(State("sha256:1", {}))


def test_lowest_and_contradictions():
    good, bad = Point(For.PROVED, Against.NONE), Point(For.PROVED, Against.REFUTED)
    state = State("sha256:0", {"f:post": good, "f:raises": bad})
    assert state.lowest(["f:post"]) == good
    assert state.lowest(["f:post", "f:absent"]) == UNKNOWN
    assert state.lowest([]) == UNKNOWN
    assert state.contradictions() == ("f:raises",)
