# verheal: check
# subject: f
# expect: proved
from functools import cache


@cache
def f(n: int) -> int:
    return 10 // (n - 1) if n != 1 else 0
