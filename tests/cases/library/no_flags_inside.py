# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# allow: unknown
# witness: f("(?a)(?u)", "")
# why: flags in a pattern that do not go together are a ValueError
import re


def f(p: str, s: str) -> bool:
    try:
        return re.match(p, s) is not None
    except (re.error, OverflowError, RecursionError):
        return False
