# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
# why: what is not modelled in a callee may raise what elsewhere in it cannot fail
import functools
import operator


def helper(n: int) -> int:
    first = functools.reduce(operator.floordiv, [10, n])
    return int(first) + 10 // (abs(n) + 1)


def f(n: int) -> int:
    return helper(n)
