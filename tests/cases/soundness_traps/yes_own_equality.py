# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: an object need not be equal to itself
class Odd:
    def __eq__(self, other: object) -> bool:
        return True


def f() -> bool:
    a = Odd()
    r = a == a
    assert r
    return r
