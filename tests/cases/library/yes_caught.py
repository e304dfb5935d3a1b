# verheal: check
# subject: f
# expect: proved
import re


def f(s: str) -> bool:
    try:
        re.compile("(" + s)
    except (re.error, OverflowError, RecursionError, ValueError):
        return False
    return True
