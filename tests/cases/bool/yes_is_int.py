# verheal: check
# subject: f
# expect: proved
# why: True + True is 2, False + False is 0
def f(b: bool) -> int:
    r = b + b
    assert r == 0 or r == 2
    return r
