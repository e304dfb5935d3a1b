# verheal: check
# subject: f
# expect: proved
class TooSmall(ValueError):
    pass


def checked(x: int) -> int:
    if x <= 0:
        raise TooSmall()
    return x


def f(x: int) -> int:
    try:
        return checked(x)
    except ValueError:
        return 1
