# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Known(ValueError):
    pass


def f(s: str) -> int:
    try:
        return int(s)
    except Known:
        return 0
    except ValueError:
        return 1
