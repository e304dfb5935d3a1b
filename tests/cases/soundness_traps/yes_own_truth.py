# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Empty:
    def __bool__(self) -> bool:
        return True


def f() -> int:
    e = Empty()
    r = 1 if e else 0
    assert r == 1
    return r
