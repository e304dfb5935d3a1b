# verheal: check
# subject: f
# expect: proved
import sys

WINDOWS = sys.platform.startswith("win")


def f(n: int) -> int:
    return n // (2 if WINDOWS else 1)
