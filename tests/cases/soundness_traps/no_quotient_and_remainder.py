# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1, 2)
# why: the remainder lies between 0 and the divisor; one that cuts towards zero would follow the dividend
def f(a: int, b: int) -> int:
    assert b != 0
    r = a % b
    assert r == 0 or (r > 0) == (a > 0)
    return r
