# verheal: check
# subject: f
# expect: refuted raises | safety:TooSmall
# witness: f(0)
class TooSmall(ValueError):
    pass


def checked(x: int) -> int:
    if x <= 0:
        raise TooSmall()
    return x


def f(x: int) -> int:
    try:
        return checked(x)
    except LookupError:
        return 1
