# verheal: check
# subject: f
# expect: refuted assert
# witness: f(5, 0)
# why: or returns one of its operands, not a truth value
def f(a: int, b: int) -> int:
    r = a or b
    assert r == 0 or r == 1
    return r
