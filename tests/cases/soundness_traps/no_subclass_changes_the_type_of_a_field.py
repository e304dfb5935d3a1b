# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: f(Other())
# why: an argument may be of a subclass, whose body may give a field a value of another type


class Item:
    count: int = 0


class Other(Item):
    count, size = "1", 1


def f(item: Item) -> int:
    return item.count + 1
