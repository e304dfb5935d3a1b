"""Levels of claims that rest on other claims: nobody stands higher than what they stand on."""

from __future__ import annotations

from collections.abc import Mapping

from verheal.lattice.levels import UNKNOWN, Against, For, Point


def bearing(point: Point) -> For:
    """How much weight a point carries for those who rest on it: none as soon as anything opposes it.

    post: __return__ <= point.supports
    """
    return point.supports if point.opposes == Against.NONE else For.NONE


def capped(point: Point, ground: Point) -> Point:
    """`point`, supported no more than `ground` bears; what opposes it stays.

    post: __return__.supports <= point.supports
    post: __return__.opposes == point.opposes
    """
    return Point(min(point.supports, bearing(ground)), point.opposes)


def settled(own: Mapping[str, Point], rests_on: Mapping[str, tuple[str, ...]]) -> dict[str, Point]:
    """The greatest points below `own` where every claim is capped by the claims it rests on, transitively.

    An id without a point bears nothing. The *greatest* fixed point is right for partial correctness:
    functions that call each other may assume each other's contracts (Hoare's rule for recursion), so a cycle
    of proofs stands; termination claims must not rest on one another. Each round lowers a point, so it ends.
    """
    points = dict(own)
    changed = True
    while changed:
        changed = False
        for key in sorted(points):
            point = points[key]
            for ground in rests_on.get(key, ()):
                point = capped(point, points.get(ground, UNKNOWN))
            if point != points[key]:
                points[key] = point
                changed = True
    return points
