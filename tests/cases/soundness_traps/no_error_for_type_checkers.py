# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# witness: f("x")
# why: a handler of the class below does not take the class above
class Known(ValueError):
    pass


def f(s: str) -> int:
    try:
        return int(s)
    except Known:
        return 0
    except KeyError:
        return 1
