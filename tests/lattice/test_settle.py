"""Claims that rest on claims."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verheal.lattice.levels import Against, For, Point
from verheal.lattice.settle import bearing, settled

PROVED = Point(For.PROVED, Against.NONE)
TESTED = Point(For.TESTED, Against.NONE)
REFUTED = Point(For.NONE, Against.REFUTED)

points = st.builds(Point, st.sampled_from(For), st.sampled_from(Against))
maps = st.dictionaries(st.sampled_from("abcde"), points)
edges = st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("abcdex"), max_size=3).map(tuple))


def test_a_caller_is_capped_transitively():
    result = settled({"f": PROVED, "g": PROVED, "h": TESTED}, {"f": ("g",), "g": ("h",)})
    assert result == {"f": TESTED, "g": TESTED, "h": TESTED}


def test_a_cycle_of_proofs_stands_and_falls_together():
    rests = {"even": ("odd",), "odd": ("even", "base")}
    assert settled({"even": PROVED, "odd": PROVED, "base": PROVED}, rests)["even"] == PROVED
    assert settled({"even": PROVED, "odd": PROVED, "base": REFUTED}, rests)["even"].supports is For.NONE


def test_a_missing_or_suspected_ground_bears_nothing():
    assert settled({"f": PROVED}, {"f": ("gone",)})["f"].supports is For.NONE
    suspected = Point(For.PROVED, Against.SUSPECTED)
    assert settled({"f": PROVED, "g": suspected}, {"f": ("g",)})["f"].supports is For.NONE


@given(maps, edges)
def test_settled_is_a_fixed_point_below_its_input(own, rests_on):
    result = settled(own, rests_on)
    assert settled(result, rests_on) == result
    for key, point in result.items():
        assert point.truth_le(own[key]) and point.opposes == own[key].opposes
        assert all(point.supports <= bearing(result[g]) if g in result else point.supports is For.NONE
                   for g in rests_on.get(key, ()))


@given(maps, maps, edges)
def test_settled_is_monotone_in_truth(own, other, rests_on):
    lower = {key: own[key].truth_meet(other[key]) if key in other else own[key] for key in own}
    low, high = settled(lower, rests_on), settled(own, rests_on)
    assert all(low[key].truth_le(high[key]) for key in own)
