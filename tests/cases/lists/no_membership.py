# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1], 1)
def f(xs: list[int], x: int) -> bool:
    r = x in xs
    assert not r or len(xs) > 1
    return r
