# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, -2)
def f(a: int, b: int) -> int:
    assert b != 0
    q, r = divmod(a, b)
    assert r >= 0
    return q
