"""Times of day in minutes, weekdays 1 (Monday) to 7, slots as (start, end)."""
from __future__ import annotations

from typing import Optional

DAY = 24 * 60


def minutes_between(start: int, end: int) -> int:
    """Minutes from start to the next end, across midnight if need be."""
    assert 0 <= start < DAY
    assert 0 <= end < DAY
    result = (end - start) % DAY
    assert 0 <= result < DAY
    assert (start + result) % DAY == end
    return result


def weekday_after(day: int, steps: int) -> int:
    assert 1 <= day <= 7
    result = (day + steps) % 7
    assert 1 <= result <= 7
    return result


def first_free_hour(busy: set[int]) -> Optional[int]:
    for hour in range(8, 18):
        if hour not in busy:
            break
    else:
        return None
    assert hour not in busy
    assert 8 <= hour < 18
    return hour


def merge_slots(slots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join overlapping slots; every slot stays covered."""
    assert all(start <= end for start, end in slots)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(slots):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    assert all(any(lo <= start and end <= hi for lo, hi in merged) for start, end in slots)
    return merged
