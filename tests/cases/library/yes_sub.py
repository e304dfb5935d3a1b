# verheal: check
# subject: f
# expect: proved
import re


def f(s: str) -> str:
    return re.sub(r"[-_.]+", "-", s)
