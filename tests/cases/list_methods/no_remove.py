# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f([1], 0)
def f(xs: list[int], x: int) -> None:
    if xs:
        xs.remove(x)
