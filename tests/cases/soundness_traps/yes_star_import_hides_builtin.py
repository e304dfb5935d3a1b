# verheal: check
# subject: f
# expect: proved
# why: a star import may bind names of builtins: pow of math gives a float

from itertools import *  # noqa: F403


def f(x: int) -> int:
    return pow(x, 2)
