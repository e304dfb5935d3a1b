# verheal: check
# subject: f
# expect: refuted safety:KeyError | raises
# witness: f({}, "a")
def f(d: dict[str, int], k: str) -> int:
    """
    raises: ValueError
    """
    return d[k]
