# verheal: check
# subject: f
# expect: refuted safety:UnicodeEncodeError
# witness: f("\ud800")
import os


def f(name: str) -> str:
    return os.environ.get(name, "")
