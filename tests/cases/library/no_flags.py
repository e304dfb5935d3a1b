# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f("")
import re


def f(s: str) -> bool:
    return re.match(r"a", s, re.ASCII | re.UNICODE) is not None
