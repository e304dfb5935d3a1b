"""Searching by halving."""
from __future__ import annotations

from typing import Optional

from icontract import ensure, require


@require(lambda xs: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1)))
@ensure(lambda xs, target, result: (result is None) == (target not in xs))
@ensure(lambda xs, target, result: result is None or (0 <= result < len(xs) and xs[result] == target))
def find(xs: list[int], target: int) -> Optional[int]:
    first, last = 0, len(xs) - 1
    while first <= last:
        middle = first + (last - first) // 2
        if xs[middle] < target:
            first = middle + 1
        elif xs[middle] > target:
            last = middle - 1
        else:
            return middle
    return None


@require(lambda xs: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1)))
@ensure(lambda xs, bound, result: 0 <= result <= len(xs))
@ensure(lambda xs, bound, result: all(x < bound for x in xs[:result]))
@ensure(lambda xs, bound, result: all(x >= bound for x in xs[result:]))
def first_at_least(xs: list[int], bound: int) -> int:
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < bound:
            lo = mid + 1
        else:
            hi = mid - 1
    return lo


@require(lambda xs: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1)))
@ensure(lambda xs, value, result: result == xs.count(value))
def count_sorted(xs: list[int], value: int) -> int:
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < value:
            lo = mid + 1
        else:
            hi = mid
    start = lo
    hi = len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] <= value:
            lo = mid + 1
        else:
            hi = mid
    return lo - start


@require(lambda grid: all(len(row) == len(grid[0]) for row in grid))
@require(lambda grid: all(row[j] <= row[j + 1] for row in grid for j in range(len(row) - 1)))
@require(lambda grid: all(a <= b for i in range(len(grid) - 1) for a, b in zip(grid[i], grid[i + 1])))
@ensure(lambda grid, value, result: result is None or grid[result[0]][result[1]] == value)
@ensure(lambda grid, value, result: result is not None or all(value not in row for row in grid))
def find_in_grid(grid: list[list[int]], value: int) -> Optional[tuple[int, int]]:
    """Walk from the upper right corner; rows and columns ascend."""
    if not grid:
        return None
    i, j = 0, len(grid[0]) - 1
    while i < len(grid) and j >= 0:
        here = grid[i][j]
        if here == value:
            return i, j
        if here < value:
            i += 1
        else:
            j -= 1
    return None


@require(lambda heights: len(heights) > 0)
@ensure(lambda heights, result: 0 <= result < len(heights))
@ensure(lambda heights, result: result == 0 or heights[result - 1] <= heights[result])
@ensure(lambda heights, result: result == len(heights) - 1 or heights[result + 1] <= heights[result])
def some_peak(heights: list[int]) -> int:
    left, right = 0, len(heights) - 1
    while left < right:
        mid = (left + right) // 2
        if heights[mid] < heights[mid + 1]:
            left = mid + 1
        else:
            right = mid
    return left


@require(lambda xs: any(xs[k:] + xs[:k] == sorted(xs) for k in range(len(xs))))
@ensure(lambda xs, result: result in xs)
@ensure(lambda xs, result: all(result <= x for x in xs))
def least_of_rotated(xs: list[int]) -> int:
    """The least item of a list that was sorted and then rotated."""
    lo, hi = 0, len(xs) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] > xs[hi]:
            lo = mid + 1
        else:
            hi = mid
    return xs[lo]
