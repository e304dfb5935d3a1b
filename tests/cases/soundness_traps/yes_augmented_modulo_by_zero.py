# verheal: check
# subject: f
# expect: proved
def f(x: int, n: int) -> int:
    if n != 0:
        x %= n
    return x
