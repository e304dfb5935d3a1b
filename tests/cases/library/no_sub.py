# verheal: check
# subject: f
# expect: refuted safety:re.error
# witness: f("\\", "a")
import re


def f(new: str, s: str) -> str:
    return re.sub(r"[a-z]+", new, s)
