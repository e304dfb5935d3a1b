# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: f(-1)
def f(n: int) -> int:
    if n < 0:
        raise ValueError(n=n)
    return n
