# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
class Empty:
    def __bool__(self) -> bool:
        return False


def f() -> int:
    e = Empty()
    r = 1 if e else 0
    assert r == 1
    return r
