# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
# why: an object need not be equal to itself
class Odd:
    def __eq__(self, other: object) -> bool:
        return False


def f() -> bool:
    a = Odd()
    r = a == a
    assert r
    return r
