# verheal: check
# subject: f
# expect: refuted type
# witness: f("a")
import os.path


def odd(p: str) -> int:
    return 1


PATHS = os.path
PATHS.isabs = odd


def f(a: str) -> bool:
    return os.path.isabs(a)
