# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    seen = 0
    for x in xs:
        seen += 1
        if x == 0:
            break
    assert seen <= 1 or xs[0] != 0
    return seen
