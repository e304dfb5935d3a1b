# verheal: check
# subject: clamp_to
# expect: proved
# why: a condition on the result calls it
from __future__ import annotations

from collections.abc import Callable

import icontract


@icontract.require(lambda low, high: low <= high)
@icontract.ensure(lambda low, high, result: low <= result(0) <= high)
def clamp_to(low: int, high: int) -> Callable[[int], int]:
    return lambda given: max(low, min(given, high))
