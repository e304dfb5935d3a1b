# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    n = len({a, b})
    assert n == 2 or a == b
    return n
