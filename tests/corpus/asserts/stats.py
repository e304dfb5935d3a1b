"""Statistics on small samples."""
from __future__ import annotations


def mean(xs: list[float]) -> float:
    assert len(xs) > 0
    assert all(0.0 <= x <= 1.0 for x in xs)
    total = 0.0
    for x in xs:
        total += x
    result = total / len(xs)
    assert min(xs) <= result <= max(xs)
    return result


def clamp(x: float, lo: float, hi: float) -> float:
    assert lo <= hi
    result = max(lo, min(x, hi))
    assert lo <= result <= hi
    return result


def limit(x: float, lo: float, hi: float) -> float:
    assert lo <= hi
    if x < lo:
        return lo
    if x > hi:
        return hi
    assert lo <= x <= hi
    return x


def median(xs: list[int]) -> float:
    assert len(xs) > 0
    ordered = sorted(xs)
    mid = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[mid]
    return (ordered[mid - 1] + ordered[mid]) / 2


def most_common(xs: list[int]) -> int:
    assert xs
    counts: dict[int, int] = {}
    for x in xs:
        counts[x] = counts.get(x, 0) + 1
    best = xs[0]
    for value, count in counts.items():
        if count > counts[best]:
            best = value
    assert best in xs
    return best
