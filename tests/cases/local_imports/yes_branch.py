# verheal: check
# subject: f
# expect: proved
import re


def f(a: str) -> str:
    if a:
        from html import escape

        return escape(a)
    return re.escape(a)
