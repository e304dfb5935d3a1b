# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: f(Item())
# why: a parameter that is None when left out makes None of the field that it is kept in


class Item:
    def __init__(self, count: int = None) -> None:
        self.count = count


def f(item: Item) -> int:
    return item.count + 1
