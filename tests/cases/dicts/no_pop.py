# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({}, 1)
def f(d: dict[int, int], k: int) -> int:
    return d.pop(k)
