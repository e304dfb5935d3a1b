# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Odd:
    def set_attr(self, name: str, value: int) -> None:
        self.__dict__[name] = value + 1


def f(x: int) -> int:
    o = Odd()
    o.v = x
    assert o.v == x
    return o.v
