# verheal: check
# subject: f
# expect: refuted assert
# witness: f({1}, set(), 1)
def f(s: set[int], t: set[int], x: int) -> bool:
    r = t <= s and x in s
    assert not r or x in t
    return r
