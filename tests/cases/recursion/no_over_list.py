# verheal: check
# subject: f
# expect: refuted safety:RecursionError
# allow: unknown
# witness: f([0] * 5000)
def f(xs: list[int]) -> int:
    assert len(xs) >= 0
    if len(xs) == 0:
        return 0
    return xs[0] + f(xs[1:])
