# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(1)
class Odd:
    def __setattr__(self, name: str, value: int) -> None:
        self.__dict__[name] = value + 1


def f(x: int) -> int:
    o = Odd()
    o.v = x
    assert o.v == x
    return o.v
