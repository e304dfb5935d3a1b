# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
def f(a: int) -> int:
    d = {a: 1, a: 2}
    assert d[a] == 1
    return d[a]
