# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: 0.1 + 0.2 is a little more than 0.3
def f() -> float:
    x = 0.1 + 0.2
    assert x == 0.3
    return x
