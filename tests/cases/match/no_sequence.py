# verheal: check
# subject: ends
# expect: refuted assert
# witness: ends([1, 2, 3])
from __future__ import annotations


def ends(xs: list[int]) -> int:
    match xs:
        case []:
            return 0
        case [x]:
            y = x
        case [x, y, *_]:
            pass
    assert x == xs[0] and y == xs[-1]
    return x
