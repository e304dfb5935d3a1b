# verheal: check
# subject: f
# expect: proved
from typing import List

from nagini_contracts.contracts import *


def f(xs: List[int], n: int) -> bool:
    Requires(list_pred(xs) and n <= len(xs))
    Ensures(Result() == Exists(int, lambda i: i >= 0 and i < n and xs[i] == 0))
    Exsures(ValueError, True)
    if n < 0:
        raise ValueError
    return 0 in xs[:n]
