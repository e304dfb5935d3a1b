"""Passes over lists with two or three positions."""
from __future__ import annotations

from typing import Optional

import deal


@deal.pre(lambda a, b: all(x < y for x, y in zip(a, a[1:])))
@deal.pre(lambda a, b: all(x < y for x, y in zip(b, b[1:])))
@deal.ensure(lambda a, b, result: result == sorted(set(a) & set(b)))
@deal.safe
def intersection(a: list[int], b: list[int]) -> list[int]:
    common = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            common.append(a[i])
            i += 1
            j += 1
        elif a[i] < b[j]:
            i += 1
        else:
            j += 1
    return common


@deal.pre(lambda a, b: all(x < y for x, y in zip(a, a[1:])))
@deal.pre(lambda a, b: all(x < y for x, y in zip(b, b[1:])))
@deal.ensure(lambda a, b, result: all((x in result) == (x not in b) for x in a))
@deal.ensure(lambda a, b, result: all(x in a for x in result))
@deal.safe
def difference(a: list[int], b: list[int]) -> list[int]:
    """What is in a and not in b; both ascend."""
    rest = []
    j = 0
    for x in a:
        while j < len(b) and b[j] < x:
            j += 1
        if j < len(b) and b[j] != x:
            rest.append(x)
    return rest


@deal.ensure(lambda xs, result: len(result) == len(xs))
@deal.ensure(lambda xs, result: all(result[i] == max(xs[: i + 1]) for i in range(len(xs))))
@deal.pure
def running_max(xs: list[int]) -> list[int]:
    peaks: list[int] = []
    for i, x in enumerate(xs):
        if i == 0 or x > peaks[i - 1]:
            peaks.append(x)
        else:
            peaks.append(peaks[i - 1])
    return peaks


@deal.pre(lambda samples: len(samples) > 0)
@deal.ensure(lambda samples, result: result[0] <= result[1])
@deal.ensure(lambda samples, result: all(result[0] <= s <= result[1] for s in samples))
@deal.pure
def bounds(samples: list[float]) -> tuple[float, float]:
    low = high = samples[0]
    for sample in samples[1:]:
        if sample < low:
            low = sample
        if sample > high:
            high = sample
    return low, high


@deal.pre(lambda xs, total: all(x <= y for x, y in zip(xs, xs[1:])))
@deal.ensure(lambda xs, total, result: result is None or 0 <= result[0] < result[1] < len(xs))
@deal.ensure(lambda xs, total, result: result is None or xs[result[0]] + xs[result[1]] == total)
@deal.ensure(
    lambda xs, total, result: result is not None
    or all(xs[i] + xs[j] != total for j in range(len(xs)) for i in range(j))
)
@deal.safe
def pair_with_sum(xs: list[int], total: int) -> Optional[tuple[int, int]]:
    left, right = 0, len(xs) - 1
    while left < right:
        here = xs[left] + xs[right]
        if here == total:
            return left, right
        if here < total:
            left += 1
        else:
            right -= 1
    return None


@deal.pre(lambda prices: all(price >= 0 for price in prices))
@deal.ensure(lambda prices, result: result >= 0)
@deal.ensure(
    lambda prices, result: all(prices[j] - prices[i] <= result for j in range(len(prices)) for i in range(j))
)
@deal.ensure(lambda prices, result: result == 0 or any(b - a == result for a in prices for b in prices))
@deal.pure
def best_profit(prices: list[int]) -> int:
    """The most to be made by buying once and selling later."""
    profit = 0
    cheapest = 0
    for day, price in enumerate(prices):
        if day == 0 or price < cheapest:
            cheapest = price
        elif price - cheapest > profit:
            profit = price - cheapest
    return profit


@deal.ensure(lambda xs, result: len(result) == len(xs))
@deal.ensure(lambda xs, result: [x for x in result if x] == [x for x in xs if x])
@deal.ensure(lambda xs, result: all(x == 0 for x in result[len([x for x in xs if x]) :]))
@deal.safe
def zeros_last(xs: list[int]) -> list[int]:
    result = [0] * len(xs)
    write = 0
    for x in xs:
        if x > 0:
            result[write] = x
            write += 1
    return result


@deal.ensure(lambda xs, result: len(result) == len(xs))
@deal.ensure(lambda xs, result: all(result[i] == -1 or (result[i] > i and xs[result[i]] > xs[i]) for i in range(len(xs))))
@deal.ensure(
    lambda xs, result: all(
        all(xs[j] <= xs[i] for j in range(i + 1, len(xs) if result[i] == -1 else result[i])) for i in range(len(xs))
    )
)
@deal.pure
def next_greater(xs: list[int]) -> list[int]:
    """For each position that of the next greater value, or -1."""
    result = [-1] * len(xs)
    waiting: list[int] = []
    for i, x in enumerate(xs):
        while waiting and xs[waiting[-1]] < x:
            result[waiting.pop()] = i
        waiting.append(i)
    return result


@deal.pre(lambda xs: all(x != 0 for x in xs))
@deal.ensure(lambda xs, result: len(result) == len(xs))
@deal.ensure(lambda xs, result: len(xs) == 0 or all(result[i] * xs[i] == result[0] * xs[0] for i in range(len(xs))))
@deal.pure
def products_of_others(xs: list[int]) -> list[int]:
    product = 1
    for x in xs:
        product *= x
    return [int(product / x) for x in xs]


@deal.ensure(lambda xs, result: 0 <= result <= len(xs))
@deal.ensure(
    lambda xs, result: result == 0
    or any(
        all(xs[k] < xs[k + 1] for k in range(i, i + result - 1)) for i in range(len(xs) - result + 1)
    )
)
@deal.ensure(
    lambda xs, result: all(
        any(xs[k] >= xs[k + 1] for k in range(i, i + result)) for i in range(len(xs) - result)
    )
)
@deal.pure
def longest_climb(xs: list[int]) -> int:
    """The length of the longest strictly ascending stretch."""
    longest = 1
    current = 1
    for before, now in zip(xs, xs[1:]):
        current = current + 1 if before < now else 1
        longest = max(longest, current)
    return longest


@deal.pre(lambda votes: len(votes) > 0)
@deal.ensure(lambda votes, result: all(votes.count(v) <= votes.count(result) for v in votes))
@deal.ensure(lambda votes, result: all(v >= result for v in votes if votes.count(v) == votes.count(result)))
@deal.safe
def most_common(votes: list[int]) -> int:
    """The most frequent vote, the least of them if there are several."""
    counts: dict[int, int] = {}
    for vote in votes:
        counts[vote] = counts.get(vote, 0) + 1
    winner = votes[0]
    for vote, count in counts.items():
        if count > counts[winner]:
            winner = vote
        elif count == counts[winner] and vote < winner:
            winner = vote
    return winner
