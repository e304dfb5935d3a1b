# verheal: check
# subject: f
# expect: refuted safety:re.error
# witness: f("")
import re


def f(s: str) -> bool:
    try:
        re.compile("(" + s)
    except (ValueError, OverflowError, RecursionError):
        return False
    return True
