# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    last = 1
    for x in xs:
        if x <= 0:
            continue
        last = x
    assert last > 0
    return last
