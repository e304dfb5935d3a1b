# verheal: check
# subject: f
# expect: refuted type
# witness: f("a")
import os.path


def odd(p: str) -> int:
    return 1


os.path.dirname = odd


def f(a: str) -> str:
    return os.path.dirname(a)
