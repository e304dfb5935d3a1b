# verheal: check
# subject: f
# expect: proved
from functools import lru_cache


@lru_cache(maxsize=None)
def f(s: str, n: int) -> int:
    return len(s) + n * 2
