# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f("", 1)
# why: a cached function fails as it does without the cache
from functools import lru_cache


@lru_cache(maxsize=None)
def f(s: str, n: int) -> int:
    return n * 2 // len(s)
