# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f() -> int:
    fs = [lambda i=i: i for i in range(3)]
    r = fs[0]()
    assert r == 0
    return r
