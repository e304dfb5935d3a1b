# verheal: check
# subject: f
# expect: proved
# why: // rounds down, also below zero
def f(a: int) -> int:
    q = a // 2
    assert q * 2 <= a
    return q
