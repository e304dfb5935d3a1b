# verheal: check
# subject: clamp_to
# expect: refuted post
# witness: clamp_to(1, 2)
# why: what is too low stays so
from __future__ import annotations

from collections.abc import Callable

import icontract


@icontract.require(lambda low, high: low <= high)
@icontract.ensure(lambda low, high, result: low <= result(0) <= high)
def clamp_to(low: int, high: int) -> Callable[[int], int]:
    return lambda given: min(max(given, given), high)
