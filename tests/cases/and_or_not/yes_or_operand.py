# verheal: check
# subject: f
# expect: proved
# why: or returns one of its operands, not a truth value
def f(a: int, b: int) -> int:
    r = a or b
    assert r == a or r == b
    return r
