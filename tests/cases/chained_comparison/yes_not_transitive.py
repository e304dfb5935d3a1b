# verheal: check
# subject: f
# expect: proved
# why: a != b != c says nothing of a and c
def f(a: int, b: int, c: int) -> bool:
    r = a < b < c
    assert not r or a != c
    return r
