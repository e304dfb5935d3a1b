"""Numbers about numbers."""
from __future__ import annotations

from icontract import ensure, require, snapshot


@require(lambda weights: all(w >= 0.0 for w in weights))
@require(lambda weights: sum(weights) > 0.0)
@ensure(lambda result: all(0.0 <= w <= 1.0 for w in result))
def normalise(weights: list[float]) -> list[float]:
    total = sum(weights)
    return [w / total for w in weights]


@ensure(lambda xs, result: len(result) == len(xs))
@ensure(lambda xs, result: all(r >= x for r, x in zip(result, xs)))
def running_max(xs: list[int]) -> list[int]:
    result: list[int] = []
    for i, x in enumerate(xs):
        if i > 0 and result[-1] > x:
            result.append(result[-1])
        else:
            result.append(x)
    return result


@require(lambda lo, width: width > 0)
@require(lambda bins: 0 < bins <= 100)
@require(lambda values, lo, width, bins: all(lo <= v <= lo + width * bins for v in values))
@ensure(lambda values, result: sum(result) == len(values))
def histogram(values: list[int], lo: int, width: int, bins: int) -> list[int]:
    counts = [0] * bins
    for value in values:
        counts[(value - lo) // width] += 1
    return counts


@require(lambda part, whole: 0 <= part <= whole)
@ensure(lambda result: 0 <= result <= 100)
def percent(part: int, whole: int) -> int:
    return 100 * part // whole


@require(lambda k: k >= 0)
@ensure(lambda xs, k, result: len(result) == min(k, len(xs)))
def top(xs: list[int], k: int) -> list[int]:
    return sorted(xs)[-k:]


@require(lambda k: k >= 0)
@ensure(lambda xs, k, result: len(result) == min(k, len(xs)))
def bottom(xs: list[int], k: int) -> list[int]:
    return sorted(xs)[:k]


@require(lambda xs: len(xs) > 0)
@snapshot(lambda xs: xs[:], name="before")
@ensure(lambda xs, OLD: xs == OLD.before)
@ensure(lambda xs, result: result in xs)
def middle(xs: list[int]) -> int:
    xs.sort()
    return xs[len(xs) // 2]


@require(lambda xs: len(xs) > 0)
@snapshot(lambda xs: xs[:], name="before")
@ensure(lambda xs, OLD: xs == OLD.before)
@ensure(lambda xs, result: min(xs) <= result <= max(xs))
def spread_center(xs: list[int]) -> int:
    low, *_, high = sorted(xs) + [max(xs)]
    return low + (high - low) // 2
