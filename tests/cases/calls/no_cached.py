# verheal: check
# subject: tallied
# expect: refuted raises
# witness: tallied([])
# why: the arguments of a cached function are hashed
import functools


@functools.lru_cache(maxsize=None)
def tallied(items: list[int]) -> int:
    return len(items)
