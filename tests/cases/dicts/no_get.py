# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({}, "a")
def f(d: dict[str, int], k: str) -> int:
    return d[k]
