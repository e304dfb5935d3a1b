# verheal: check
# subject: f
# expect: proved
import os


def f() -> str:
    return os.environ.get("HOME") or os.getenv("USER", "nobody")
