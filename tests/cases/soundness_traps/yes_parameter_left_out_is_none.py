# verheal: check
# subject: f
# expect: proved
# why: a parameter that is None when left out makes None of the field that it is kept in


class Item:
    def __init__(self, count: int = 0) -> None:
        self.count = count


def f(item: Item) -> int:
    return item.count + 1
