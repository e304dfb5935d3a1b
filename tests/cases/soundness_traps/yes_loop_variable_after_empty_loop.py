# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n > 0
    for i in range(n):
        pass
    return i
