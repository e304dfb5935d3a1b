# verheal: check
# subject: f
# expect: proved
def f(d: dict[str, int], k: str) -> int:
    """
    raises: KeyError
    """
    return d[k]
