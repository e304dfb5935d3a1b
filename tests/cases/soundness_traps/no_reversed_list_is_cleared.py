# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
def f() -> int:
    xs = [1, 2, 3]
    c = 0
    for _ in reversed(xs):
        xs.clear()
        c += 1
    assert c == 3
    return c
