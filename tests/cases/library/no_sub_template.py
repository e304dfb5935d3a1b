# verheal: check
# subject: f
# expect: refuted safety:re.error | raises
# witness: f("a")
# why: before what is no letter or digit a backslash stands for itself, before most letters it is an error
import re


def f(s: str) -> str:
    return re.sub("[a-z]", "\\q&", s)
