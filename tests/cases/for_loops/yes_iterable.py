# verheal: check
# subject: lengths
# expect: proved
from typing import Iterable


def lengths(names: Iterable[str]) -> int:
    kept = [len(name) for name in names if name]
    return max(kept, default=0)
