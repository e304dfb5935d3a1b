# verheal: check
# subject: both
# expect: proved
from collections.abc import Sequence


def both(items: Sequence[int]) -> int:
    total = sum(items)
    try:
        return total + items[0]
    except IndexError:
        return total
