# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
import sys

WINDOWS = sys.platform.startswith("win")


def f(n: int) -> int:
    return n // (2 if WINDOWS else 0)
