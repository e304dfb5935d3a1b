# verheal: check
# subject: f
# expect: proved
# why: an argument may be of a subclass, whose body may give a field a value of another type


class Item:
    count: int = 0


class Other(Item):
    count: bool = True


def f(item: Item) -> int:
    return item.count + 1
