# verheal: check
# subject: f
# expect: proved
import re


def f(s: str) -> bool:
    return re.match(r"a  b # c", s, re.VERBOSE | re.I) is not None
