# verheal: check
# subject: f
# expect: proved
# why: before what is no letter or digit a backslash stands for itself, before most letters it is an error
import re


def f(s: str) -> str:
    return re.sub("[a-z]", "\\$&", s)
