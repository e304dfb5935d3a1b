# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n >= 0
    i = n
    while i > 0:
        i -= 1
    assert i == 0
    return i
