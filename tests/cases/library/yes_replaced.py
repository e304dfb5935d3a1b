# verheal: check
# subject: f
# expect: proved
import os.path


def odd(p: str) -> int:
    return 1


def f(a: str) -> str:
    return os.path.splitext(a)[0]
