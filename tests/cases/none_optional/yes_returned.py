# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int | None:
    if xs:
        return xs[0]
    return None
