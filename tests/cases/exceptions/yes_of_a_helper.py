# verheal: check
# subject: f
# expect: proved
def checked(x: int) -> int:
    if x < 0:
        raise ValueError("negative")
    return x


def f(x: int) -> int:
    try:
        return checked(x)
    except ValueError:
        return 0
