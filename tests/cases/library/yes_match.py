# verheal: check
# subject: f
# expect: proved
import re

WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def f(s: str) -> str:
    found = WORD.match(s)
    return found.group() if found else s
