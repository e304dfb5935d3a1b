# verheal: check
# subject: g
# expect: refuted assert
# allow: unknown
# witness: g(1)
def f(n: int) -> int:
    try:
        if n > 0:
            raise OSError(2, "missing")
    except FileNotFoundError:
        return 1
    except OSError:
        return 0
    assert n <= 0
    return 2


def g(n: int) -> int:
    r = f(n)
    assert r != 1
    return r
