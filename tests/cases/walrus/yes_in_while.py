# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    while (x := x // 2) > 0:
        pass
    assert x <= 0
    return x
