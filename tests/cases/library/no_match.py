# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f("1")
import re

WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def f(s: str) -> str:
    found = WORD.match(s)
    return found.group()
