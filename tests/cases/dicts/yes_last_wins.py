# verheal: check
# subject: f
# expect: proved
def f(a: int) -> int:
    d = {a: 1, a: 2}
    assert d[a] == 2
    return d[a]
