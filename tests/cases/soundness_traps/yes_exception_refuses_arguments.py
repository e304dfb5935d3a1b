# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    if n < 0:
        raise ValueError("negative")
    return n
