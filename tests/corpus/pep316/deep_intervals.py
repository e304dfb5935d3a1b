"""Closed intervals of whole numbers."""
from __future__ import annotations


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what overlaps or touches.

    pre: all(low <= high for low, high in spans)
    post: all(low <= high for low, high in __return__)
    post: all(a[1] < b[0] for a, b in zip(__return__, __return__[1:]))
    post: all(any(a <= low and high <= b for a, b in __return__) for low, high in spans)
    post: spans == __old__.spans
    """
    result: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if result and low <= result[-1][1]:
            start, end = result.pop()
            result.append((start, max(end, high)))
        else:
            result.append((low, high))
    return result


def merged_in_place(spans: list[tuple[int, int]]) -> None:
    """
    pre: all(low <= high for low, high in spans)
    post[spans]: all(any(a <= low and high <= b for a, b in spans) for low, high in __old__.spans)
    post[spans]: all(a[1] < b[0] for a, b in zip(spans, spans[1:]))
    """
    spans.sort()
    i = 0
    while i + 1 < len(spans):
        if spans[i + 1][0] <= spans[i][1]:
            spans[i] = (spans[i][0], spans[i + 1][1])
            del spans[i + 1]
        else:
            i += 1


def free_days(booked: list[tuple[int, int]], first: int, last: int) -> int:
    """How many days from first to last are in no booking.

    pre: all(0 <= a <= b for a, b in booked)
    pre: 0 <= first and last <= 100
    post: __return__ == sum(1 for day in range(first, last + 1) if all(not a <= day <= b for a, b in booked))
    """
    free = 0
    day = first
    while day <= last:
        for a, b in booked:
            if a <= day <= b:
                break
        else:
            free += 1
        day += 1
    return free


def most_at_once(visits: list[tuple[int, int]]) -> int:
    """The greatest number of visits that share a minute; both ends belong to a visit.

    pre: all(a <= b for a, b in visits)
    post: all(sum(1 for a, b in visits if a <= start <= b) <= __return__ for start, _ in visits)
    post: 0 <= __return__ <= len(visits)
    """
    events = [(start, 1) for start, _ in visits] + [(end, -1) for _, end in visits]
    events.sort()
    here = most = 0
    for _, change in events:
        here += change
        most = max(most, here)
    return most


def gaps(cuts: list[int]) -> list[int]:
    """
    pre: len(cuts) >= 1
    pre: all(cuts[i] < cuts[i + 1] for i in range(len(cuts) - 1))
    post: all(gap > 0 for gap in __return__)
    post: len(__return__) == len(cuts) - 1
    post: sum(__return__) == cuts[-1] - cuts[0]
    """
    result = []
    previous = cuts[0]
    for cut in cuts[1:]:
        result.append(cut - previous)
        previous = cut
    return result
