# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    i = 0
    while i < 10:
        i += 3
    assert i == 10
    return i
