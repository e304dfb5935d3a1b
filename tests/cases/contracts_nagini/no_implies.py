# verheal: check
# subject: f
# expect: refuted post
# witness: f(0)
from nagini_contracts.contracts import *


@Pure
def f(n: int) -> int:
    Requires(n >= 0)
    Ensures(Result() * 2 <= n and Implies(n >= 0, Result() < n))
    return n // 2
