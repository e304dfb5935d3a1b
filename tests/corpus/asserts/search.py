"""Searching in lists of integers."""
from __future__ import annotations


def binary_search(xs: list[int], target: int) -> int:
    """Index of target in a sorted list, or -1."""
    assert all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    lo, hi = 0, len(xs)
    result = -1
    while lo < hi:
        assert 0 <= lo <= hi <= len(xs)
        mid = (lo + hi) // 2
        if xs[mid] == target:
            result = mid
            break
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    assert result == -1 or xs[result] == target
    assert result != -1 or target not in xs
    return result


def lower_bound(xs: list[int], target: int) -> int:
    """The first position at which target could be inserted."""
    assert all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    lo, hi = 0, max(len(xs) - 1, 0)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    assert all(x < target for x in xs[:lo])
    assert all(x >= target for x in xs[lo:])
    return lo


def index_of_max(xs: list[int]) -> int:
    assert len(xs) > 0
    best = 0
    for i in range(1, len(xs)):
        if xs[i] > xs[best]:
            best = i
    assert xs[best] == max(xs)
    return best


def second_largest(xs: list[int]) -> int:
    assert len(xs) >= 2
    largest = second = xs[0]
    for x in xs[1:]:
        if x > largest:
            second = largest
            largest = x
        elif x > second:
            second = x
    assert second == sorted(xs)[-2]
    return second
