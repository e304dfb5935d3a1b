# verheal: check
# subject: f
# expect: refuted assert
# witness: f(5)
def f(n: int) -> int:
    assert n >= 0
    i = n
    while i > 1:
        i -= 1
    assert i == 0
    return i
