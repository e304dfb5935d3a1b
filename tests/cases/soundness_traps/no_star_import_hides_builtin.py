# verheal: check
# subject: f
# expect: refuted type
# witness: f(3)
# why: a star import may bind names of builtins: pow of math gives a float

from math import *  # noqa: F403


def f(x: int) -> int:
    return pow(x, 2)
