# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f({}, "a")
def f(d: dict[str, int], k: str) -> int:
    return d.get(k) + 1
