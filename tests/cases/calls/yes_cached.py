# verheal: check
# subject: doubled
# expect: proved
import functools


@functools.lru_cache(maxsize=None)
def doubled(n: int) -> int:
    return n * 2 // 2
