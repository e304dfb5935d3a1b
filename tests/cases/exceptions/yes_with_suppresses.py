# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Quiet:
    def __enter__(self) -> int:
        return 1

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        return True


def f(n: int) -> int:
    r = 0
    with Quiet():
        r = 10 // n
    return r
