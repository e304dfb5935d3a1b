# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f(1, 2, 2)
def f(a: int, b: int, i: int) -> int:
    assert 0 <= i <= 2
    t = (a, b)
    return t[i]
