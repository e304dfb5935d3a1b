"""Sets and counts of distinct values."""
from __future__ import annotations

import deal


@deal.ensure(lambda _: all(number in _.result for number in _.numbers))
def collect(numbers: list[int], seen: set[int] = set()) -> set[int]:
    for number in numbers:
        seen.add(number)
    return seen


@deal.ensure(lambda values, result: result == len(set(values)))
def count_distinct(values: list[int]) -> int:
    return len(collect(values))


@deal.ensure(lambda flags, flag, result: (flag in result) != (flag in flags))
def toggle(flags: set[int], flag: int) -> set[int]:
    if flag in flags:
        return flags - {flag}
    return flags | {flag}


@deal.ensure(lambda xs, result: sum(len(group) for group in result.values()) == len(xs))
def by_parity(xs: list[int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for x in xs:
        groups.setdefault(x % 2, []).append(x)
    return groups
