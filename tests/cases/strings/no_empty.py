# verheal: check
# subject: f
# expect: refuted post
# witness: f("")
def f(s: str) -> int:
    """
    post: __return__ >= 1
    """
    if s != "":
        return 1
    return len(s)
