# verheal: check
# subject: f
# expect: refuted raises | safety:ZeroDivisionError
# witness: f(6)
def f(n: int) -> int:
    def checked(i: int) -> int:
        if i > 5:
            raise KeyError(i)
        return i

    try:
        return checked(n)
    except KeyError:
        return 1 // (n - 6)
