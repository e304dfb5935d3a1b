# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2, 1)
# why: a != b != c says nothing of a and c
def f(a: int, b: int, c: int) -> bool:
    r = a != b != c
    assert not r or a != c
    return r
