# verheal: check
# subject: f
# expect: proved
# why: the inherited method calls the overriding one
class Item:
    def price(self) -> int:
        return 2

    def total(self) -> int:
        return 3 * self.price()


class Free(Item):
    def price(self) -> int:
        return 0


def f(a: Item) -> int:
    r = a.total()
    assert r >= 0
    return r
