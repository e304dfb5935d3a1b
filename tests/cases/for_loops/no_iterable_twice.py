# verheal: check
# subject: both
# expect: refuted safety:IndexError | raises
# witness: both([])
from collections.abc import Sequence


def both(items: Sequence[int]) -> int:
    total = sum(items)
    try:
        return total + items[0]
    except KeyError:
        return total
