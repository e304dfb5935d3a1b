# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def f(xs: list[int]) -> bool:
    r = all(x > 0 for x in xs)
    assert not r or len(xs) > 0
    return r
