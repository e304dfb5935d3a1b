# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], x: int) -> bool:
    r = x in xs
    assert not r or len(xs) > 0
    return r
