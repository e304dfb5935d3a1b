# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    d = {2: 0, 1: 0}
    del d[2]
    d[2] = 3
    first = list(d)[0]
    assert first == 2
    return first
