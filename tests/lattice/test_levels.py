"""The laws of the bilattice, over all points: 21 of them, so exhaustively."""

from __future__ import annotations

import itertools

import pytest

from verheal.lattice.levels import UNKNOWN, Against, For, Point, lowest, word

POINTS = tuple(Point(supports, opposes) for supports in For for opposes in Against)
PAIRS = tuple(itertools.product(POINTS, repeat=2))
TRIPLES = tuple(itertools.product(POINTS, repeat=3))
OPERATIONS = (Point.join, Point.common, Point.truth_join, Point.truth_meet)
ORDERS = (Point.knowledge_le, Point.truth_le)
DUALS = ((Point.join, Point.common), (Point.truth_join, Point.truth_meet))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_operations_are_idempotent_commutative_associative(operation):
    assert all(operation(a, a) == a for a in POINTS)
    assert all(operation(a, b) == operation(b, a) for a, b in PAIRS)
    assert all(operation(operation(a, b), c) == operation(a, operation(b, c)) for a, b, c in TRIPLES)


@pytest.mark.parametrize(("up", "down"), DUALS)
def test_absorption(up, down):
    assert all(up(a, down(a, b)) == a and down(a, up(a, b)) == a for a, b in PAIRS)


@pytest.mark.parametrize(("first", "second"), tuple(itertools.product(OPERATIONS, repeat=2)))
def test_every_operation_distributes_over_every_other(first, second):
    assert all(first(a, second(b, c)) == second(first(a, b), first(a, c)) for a, b, c in TRIPLES)


@pytest.mark.parametrize(("operation", "order"), tuple(itertools.product(OPERATIONS, ORDERS)))
def test_interlacing_every_operation_is_monotone_in_both_orders(operation, order):
    for a, b in PAIRS:
        if order(a, b):
            assert all(order(operation(a, c), operation(b, c)) for c in POINTS)


@pytest.mark.parametrize("order", ORDERS)
def test_orders_are_partial_orders(order):
    assert all(order(a, a) for a in POINTS)
    assert all(a == b for a, b in PAIRS if order(a, b) and order(b, a))
    assert all(order(a, c) for a, b, c in TRIPLES if order(a, b) and order(b, c))


@pytest.mark.parametrize(("order", "up", "down"), ((ORDERS[0], *DUALS[0]), (ORDERS[1], *DUALS[1])))
def test_operations_are_the_bounds_of_their_order(order, up, down):
    for a, b in PAIRS:
        assert order(a, b) == (up(a, b) == b) == (down(a, b) == a)
        assert all(order(up(a, b), c) for c in POINTS if order(a, c) and order(b, c))
        assert all(order(c, down(a, b)) for c in POINTS if order(c, a) and order(c, b))


def test_there_is_no_negation():
    """A negation keeps knowledge and reverses truth, so it would carry one chain onto the other."""
    assert len(For) != len(Against)


def test_contradictory_is_proved_or_more_and_refuted():
    for point in POINTS:
        proved = point.supports in (For.PROVED, For.CORROBORATED, For.CERTIFIED)
        assert point.contradictory == (proved and point.opposes is Against.REFUTED)


def test_contradiction_is_never_lost_by_more_knowledge():
    assert all(b.contradictory for a, b in PAIRS if a.contradictory and a.knowledge_le(b))


def test_words():
    assert word(Point(For.NONE, Against.NONE)) == "unknown"
    assert word(Point(For.CERTIFIED, Against.REFUTED)) == "refuted"
    assert word(Point(For.PROVED, Against.SUSPECTED)) == "unknown"
    assert [word(Point(level, Against.NONE)) for level in For] == [
        "unknown", "tested", "bounded", "confirmed", "proved", "corroborated", "certified",
    ]


def test_words_never_improve_when_truth_falls():
    ranks = ["refuted", "unknown", "tested", "bounded", "confirmed", "proved", "corroborated", "certified"]
    assert all(ranks.index(word(a)) <= ranks.index(word(b)) for a, b in PAIRS if a.truth_le(b))


def test_lowest_of_nothing_claims_nothing():
    assert lowest(()) == UNKNOWN


def test_lowest_is_below_each():
    for a, b, c in TRIPLES:
        assert all(lowest((a, b, c)).truth_le(point) for point in (a, b, c))


def test_one_refuted_obligation_refutes_the_function():
    points = (Point(For.CERTIFIED, Against.NONE), UNKNOWN, Point(For.TESTED, Against.REFUTED))
    assert word(lowest(points)) == "refuted"
