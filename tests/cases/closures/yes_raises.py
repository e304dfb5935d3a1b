# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    def checked(i: int) -> int:
        if i > 5:
            raise KeyError(i)
        return i

    try:
        return checked(n)
    except KeyError:
        return 1 // n
