# verheal: check
# subject: f
# expect: proved
# allow: unknown
import re


def f(p: str, s: str) -> bool:
    try:
        return re.match(p, s) is not None
    except (re.error, OverflowError, RecursionError, ValueError):
        return False
