# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Bag:
    def __init__(self) -> None:
        self.items: list[int] = []


def f() -> int:
    a = Bag()
    b = Bag()
    a.items.append(1)
    assert len(b.items) == 0
    return len(a.items)
