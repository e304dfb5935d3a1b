"""Sorting, merging and shifting lists."""
from __future__ import annotations

from icontract import ensure, require, snapshot


@snapshot(lambda values: values[:], name="values")
@ensure(lambda values, OLD: values == sorted(OLD.values))
def selection_sort(values: list[int]) -> None:
    for i in range(len(values)):
        least = i
        for j in range(i + 1, len(values)):
            if values[j] < values[least]:
                least = j
        values[i], values[least] = values[least], values[i]


@snapshot(lambda xs: xs[:], name="xs")
@ensure(lambda xs, OLD: sorted(xs) == sorted(OLD.xs))
@ensure(lambda xs, pivot, result: all(x < pivot for x in xs[:result]))
@ensure(lambda xs, pivot, result: all(x >= pivot for x in xs[result:]))
def split_at(xs: list[int], pivot: int) -> int:
    """Move the items below pivot to the front; how many there are."""
    i, j = 0, len(xs) - 1
    while i < j:
        while xs[i] < pivot:
            i += 1
        while xs[j] >= pivot:
            j -= 1
        if i < j:
            xs[i], xs[j] = xs[j], xs[i]
    return i


@require(lambda colours: all(c in (0, 1, 2) for c in colours))
@snapshot(lambda colours: sorted(colours), name="sorted")
@ensure(lambda colours, OLD: colours == OLD.sorted)
def three_colours(colours: list[int]) -> None:
    reds = 0
    whites = 0
    blues = len(colours)
    while whites < blues:
        if colours[whites] == 0:
            colours[reds], colours[whites] = colours[whites], colours[reds]
            reds += 1
            whites += 1
        elif colours[whites] == 1:
            whites += 1
        else:
            blues -= 1
            colours[whites], colours[blues] = colours[blues], colours[whites]


@require(lambda a: all(a[i] <= a[i + 1] for i in range(len(a) - 1)))
@require(lambda b: all(b[i] <= b[i + 1] for i in range(len(b) - 1)))
@snapshot(lambda a: a[:], name="a")
@snapshot(lambda b: b[:], name="b")
@ensure(lambda a, OLD: a == sorted(OLD.a + OLD.b))
def merge_into(a: list[int], b: list[int]) -> None:
    """Merge b into a, from the back."""
    i, j = len(a) - 1, len(b) - 1
    a.extend(b)
    while j >= 0:
        if i >= 0 and a[i] > b[j]:
            a[i + j + 1] = a[i]
            i -= 1
        else:
            a[i + j + 1] = b[j]
            j -= 1


@require(lambda xs: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1)))
@snapshot(lambda xs: xs[:], name="xs")
@ensure(lambda xs, OLD: set(xs) == set(OLD.xs))
@ensure(lambda xs, OLD: all(xs.count(x) == min(2, OLD.xs.count(x)) for x in OLD.xs))
def at_most_twice(xs: list[int]) -> None:
    """Keep at most two of each value."""
    kept = 0
    for i in range(len(xs)):
        if i < 2 or xs[i] != xs[i - 2]:
            xs[kept] = xs[i]
            kept += 1
    del xs[kept:]


@require(lambda by: by >= 0)
@ensure(lambda xs, result: len(result) == len(xs))
@ensure(lambda xs, by, result: all(result[(i + by) % len(xs)] == xs[i] for i in range(len(xs))))
def rotate_right(xs: list[int], by: int) -> list[int]:
    if not xs:
        return []
    result = []
    for i in range(len(xs)):
        result.append(xs[(i - by) % len(xs)])
    return result


@require(lambda xs, size: 1 <= size <= len(xs))
@ensure(lambda xs, size, result: all(result >= sum(xs[i : i + size]) for i in range(len(xs) - size + 1)))
@ensure(lambda xs, size, result: any(result == sum(xs[i : i + size]) for i in range(len(xs) - size + 1)))
def best_window(xs: list[int], size: int) -> int:
    window = sum(xs[:size])
    best = window
    for end in range(size, len(xs) - 1):
        window += xs[end] - xs[end - size]
        if window > best:
            best = window
    return best
