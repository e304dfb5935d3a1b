# verheal: check
# subject: f
# expect: proved
import re


def f(s: str) -> str:
    found = re.search(r"b|c", s)
    return "" if found is None else found.group(0) or ""
