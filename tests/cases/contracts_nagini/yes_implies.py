# verheal: check
# subject: f
# expect: proved
from nagini_contracts.contracts import *


@Pure
def f(n: int) -> int:
    Requires(n >= 0)
    Ensures(Result() * 2 <= n and Implies(n > 0, Result() < n))
    return n // 2
