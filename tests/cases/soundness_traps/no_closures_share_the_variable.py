# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
def f() -> int:
    fs = [lambda: i for i in range(3)]
    r = fs[0]()
    assert r == 0
    return r
