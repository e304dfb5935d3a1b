# verheal: check
# subject: lengths
# expect: refuted safety:ValueError | raises
# witness: lengths([])
from typing import Iterable


def lengths(names: Iterable[str]) -> int:
    kept = [len(name) for name in names if name]
    return max(kept)
