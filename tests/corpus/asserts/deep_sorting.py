"""Sorting and rearranging lists of integers in place."""
from __future__ import annotations


def insertion_sort(xs: list[int]) -> None:
    before = list(xs)
    for i in range(1, len(xs)):
        value = xs[i]
        j = i - 1
        while j >= 0 and xs[j] > value:
            xs[j + 1] = xs[j]
            j -= 1
        xs[j + 1] = value
    assert all(xs[k] <= xs[k + 1] for k in range(len(xs) - 1))
    assert xs == sorted(before)


def selection_sort(xs: list[int]) -> None:
    before = list(xs)
    last = len(xs) - 1
    for i in range(last):
        smallest = i
        for j in range(i + 1, last):
            if xs[j] < xs[smallest]:
                smallest = j
        xs[i], xs[smallest] = xs[smallest], xs[i]
    assert sorted(xs) == sorted(before)
    assert all(xs[k] <= xs[k + 1] for k in range(len(xs) - 1))


def partition_last(xs: list[int]) -> int:
    """Move what is not above the last element to the front, and return where that element ended up."""
    assert len(xs) > 0
    before = list(xs)
    pivot = xs[-1]
    store = 0
    for i in range(len(xs) - 1):
        if xs[i] <= pivot:
            xs[i], xs[store] = xs[store], xs[i]
            store += 1
    xs[store], xs[-1] = xs[-1], xs[store]
    assert xs[store] == pivot
    assert all(x <= pivot for x in xs[:store])
    assert all(x > pivot for x in xs[store + 1 :])
    assert sorted(xs) == sorted(before)
    return store


def sort_priorities(levels: list[int]) -> None:
    """Sort levels 0, 1 and 2 in one pass."""
    assert all(0 <= level <= 2 for level in levels)
    counts = [levels.count(0), levels.count(1), levels.count(2)]
    low, mid, high = 0, 0, len(levels) - 1
    while mid <= high:
        if levels[mid] == 0:
            levels[low], levels[mid] = levels[mid], levels[low]
            low += 1
        elif levels[mid] == 2:
            levels[mid], levels[high] = levels[high], levels[mid]
            high -= 1
        mid += 1
    assert counts == [levels.count(0), levels.count(1), levels.count(2)]
    assert all(levels[i] <= levels[i + 1] for i in range(len(levels) - 1))


def merge_sorted(left: list[int], right: list[int]) -> list[int]:
    assert all(left[i] <= left[i + 1] for i in range(len(left) - 1))
    assert all(right[i] <= right[i + 1] for i in range(len(right) - 1))
    merged: list[int] = []
    i, j = 0, 0
    while i < len(left) or j < len(right):
        if j == len(right) or (i < len(left) and left[i] <= right[j]):
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    assert len(merged) == len(left) + len(right)
    assert merged == sorted(left + right)
    return merged


def bubble_sort(items: list[int]) -> int:
    """Sort in place; the number of swaps."""
    before = items[:]
    swaps = 0
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swaps += 1
                swapped = True
        if not swapped:
            break
    assert items == sorted(before)
    assert swaps >= 0
    assert swaps > 0 or items == before
    return swaps


def insert_ordered(xs: list[int], value: int) -> None:
    assert all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    size = len(xs)
    for position, x in enumerate(xs):
        if x >= value:
            xs.insert(position, value)
            break
    assert len(xs) == size + 1
    assert all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
