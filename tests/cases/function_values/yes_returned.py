# verheal: check
# subject: raised_by
# expect: proved
# why: each function keeps the variables with which it was made
from __future__ import annotations

from collections.abc import Callable


def adder(step: int) -> Callable[[int], int]:
    def add(given: int) -> int:
        return given + step

    return add


def raised_by(start: int, step: int) -> int:
    once, twice = adder(step), adder(2 * step)
    result = twice(once(start))
    assert result == start + 3 * step
    return result
