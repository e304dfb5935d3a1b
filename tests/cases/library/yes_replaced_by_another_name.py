# verheal: check
# subject: f
# expect: proved
import os.path


def odd(p: str) -> int:
    return 1


PATHS = os.path
NAMES = [odd]


def f(a: str) -> bool:
    return os.path.exists(a)
