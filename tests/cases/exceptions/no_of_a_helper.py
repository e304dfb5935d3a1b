# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# witness: f(-1)
def checked(x: int) -> int:
    if x < 0:
        raise ValueError("negative")
    return x


def f(x: int) -> int:
    try:
        return checked(x)
    except KeyError:
        return 0
