# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("b")
import re


def f(s: str) -> str:
    found = re.search(r"b|c", s)
    return "" if found is None else found.group(1) or ""
