# verheal: check
# subject: f
# expect: proved
def f() -> int:
    xs = [1, 2, 3]
    c = 0
    for _ in reversed(xs):
        xs[0] = 9
        c += 1
    assert c == 3
    return c
