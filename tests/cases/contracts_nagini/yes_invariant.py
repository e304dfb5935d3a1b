# verheal: check
# subject: f
# expect: proved
from typing import List

from nagini_contracts.contracts import Acc, Assert, Ensures, Forall, Implies, Invariant, Requires, Result, list_pred


def f(xs: List[int]) -> int:
    Requires(Acc(list_pred(xs)))
    Requires(Forall(xs, lambda x: (x > 0, [[x]])))
    Ensures(Result() >= len(xs))
    total = 0
    i = 0
    while i < len(xs):
        Invariant(Acc(list_pred(xs)))
        Invariant(0 <= i and i <= len(xs))
        Invariant(total >= i)
        total += xs[i]
        i += 1
    Assert(Implies(len(xs) > 0, total > 0))
    return total
