# verheal: check
# subject: f
# expect: proved
# allow: unknown
import functools
import operator


def helper(n: int) -> int:
    first = functools.reduce(operator.floordiv, [10, 7])
    return int(first) + 10 // (abs(n) + 1)


def f(n: int) -> int:
    return helper(n)
