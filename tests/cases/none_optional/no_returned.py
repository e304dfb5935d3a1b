# verheal: check
# subject: f
# expect: refuted type
# witness: f([])
def f(xs: list[int]) -> int:
    if xs:
        return xs[0]
    return None
