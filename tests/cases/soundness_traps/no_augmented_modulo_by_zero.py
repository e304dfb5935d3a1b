# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(x: int, n: int) -> int:
    if n >= 0:
        x %= n
    return x
