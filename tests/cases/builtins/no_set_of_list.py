# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> bool:
    s = set(xs)
    r = len(xs) < 2
    assert not r or len(s) == 0
    return r
