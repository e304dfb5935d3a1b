# verheal: check
# subject: f
# expect: refuted type
# witness: f("a", "b")
import os.path


def f(a: str, b: str) -> tuple[str, bool]:
    whole = os.path.join(a, "x", b)
    return os.path.exists(whole), os.path.basename(whole)
