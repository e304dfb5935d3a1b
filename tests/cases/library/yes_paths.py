# verheal: check
# subject: f
# expect: proved
import os.path


def f(a: str, b: str) -> tuple[str, bool]:
    whole = os.path.join(a, "x", b)
    return os.path.basename(whole), os.path.exists(whole)
