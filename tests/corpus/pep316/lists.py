"""Work on lists, in place and not."""
from __future__ import annotations


def insertion_sort(xs: list[int]) -> None:
    """
    post[xs]: xs == sorted(__old__.xs)
    """
    for i in range(1, len(xs)):
        value = xs[i]
        j = i
        while j > 0 and xs[j - 1] > value:
            xs[j] = xs[j - 1]
            j -= 1
        xs[j] = value


def dedupe(xs: list[int]) -> list[int]:
    """
    post: len(set(__return__)) == len(__return__)
    post: set(__return__) == set(xs)
    """
    seen: set[int] = set()
    result = []
    for x in xs:
        if x in seen:
            continue
        seen.add(x)
        result.append(x)
    return result


def remove_all(xs: list[int], value: int) -> None:
    """
    post[xs]: value not in xs
    """
    for x in xs:
        if x == value:
            xs.remove(x)


def rotate_left(xs: list[int], by: int) -> list[int]:
    """
    pre: by >= 0
    post: len(__return__) == len(xs)
    """
    by %= len(xs)
    return xs[by:] + xs[:by]


def with_zero_row(grid: list[list[int]], row: int) -> list[list[int]]:
    """
    pre: 0 <= row < len(grid)
    post: grid == __old__.grid
    post: all(x == 0 for x in __return__[row])
    """
    copy = list(grid)
    for j in range(len(copy[row])):
        copy[row][j] = 0
    return copy


def without_row(grid: list[list[int]], row: int) -> list[list[int]]:
    """
    pre: 0 <= row < len(grid)
    post: grid == __old__.grid
    post: len(__return__) == len(grid) - 1
    """
    return grid[:row] + grid[row + 1 :]
