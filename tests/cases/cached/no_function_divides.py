# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
from functools import cache


@cache
def f(n: int) -> int:
    return 10 // (n - 1)
