"""Cutting, pairing and merging lists."""
from __future__ import annotations

import deal


@deal.pre(lambda items, i: i < len(items))
@deal.safe
def pick(items: list[int], i: int) -> int:
    return items[i]


@deal.pre(lambda xs, size: size > 0)
@deal.ensure(lambda xs, size, result: [x for part in result for x in part] == xs)
@deal.ensure(lambda xs, size, result: all(0 < len(part) <= size for part in result))
def chunk(xs: list[int], size: int) -> list[list[int]]:
    result = []
    rest = xs
    while rest:
        result.append(rest[:size])
        rest = rest[size:]
    return result


@deal.ensure(lambda xs, result: len(result) == len(xs) - 1)
def differences(xs: list[int]) -> list[int]:
    return [b - a for a, b in zip(xs, xs[1:])]


@deal.pre(lambda prices, counts: all(p >= 0 for p in prices) and all(c >= 0 for c in counts))
@deal.post(lambda result: result >= 0)
@deal.pure
def basket(prices: list[int], counts: list[int]) -> int:
    return sum(price * count for price, count in zip(prices, counts))


@deal.pre(lambda a, b: a == sorted(a) and b == sorted(b))
@deal.ensure(lambda a, b, result: result == sorted(a + b))
def merge_sorted(a: list[int], b: list[int]) -> list[int]:
    result = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            result.append(a[i])
            i += 1
        else:
            result.append(b[j])
            j += 1
    return result + a[i:]


@deal.ensure(lambda xs, pivot, result: len(result[0]) + len(result[1]) == len(xs))
@deal.ensure(lambda xs, pivot, result: all(x < pivot for x in result[0]))
@deal.ensure(lambda xs, pivot, result: all(x >= pivot for x in result[1]))
def partition(xs: list[int], pivot: int) -> tuple[list[int], list[int]]:
    low: list[int] = []
    high: list[int] = []
    for x in xs:
        (low if x < pivot else high).append(x)
    return low, high


@deal.ensure(lambda xs, result: result == -1 or xs[result] < 0)
@deal.ensure(lambda xs, result: result != -1 or all(x >= 0 for x in xs))
def first_negative(xs: list[int]) -> int:
    for i, x in enumerate(xs):
        if x < 0:
            found = i
            break
    else:
        found = -1
    return found


@deal.ensure(lambda rows, result: len(result) == len(rows))
@deal.safe
def row_sums(rows: list[list[int]]) -> list[int]:
    return [sum(row) for row in rows]
