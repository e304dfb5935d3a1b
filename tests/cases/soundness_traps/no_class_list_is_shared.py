# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
class Bag:
    items: list[int] = []


def f() -> int:
    a = Bag()
    b = Bag()
    a.items.append(1)
    assert len(b.items) == 0
    return len(a.items)
