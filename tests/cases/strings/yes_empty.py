# verheal: check
# subject: f
# expect: proved
def f(s: str) -> int:
    """
    post: __return__ >= 1
    """
    if s == "":
        return 1
    return len(s)
