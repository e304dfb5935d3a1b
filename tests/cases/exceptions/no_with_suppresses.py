# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
class Quiet:
    def __enter__(self) -> int:
        return 1

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        return False


def f(n: int) -> int:
    r = 0
    with Quiet():
        r = 10 // n
    return r
