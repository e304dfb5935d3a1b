# verheal: check
# subject: f
# expect: proved
# why: an attribute that object.__setattr__ sets stands before the method of its name


class Item:
    def size(self) -> int:
        return 1

    def freeze(self, size: int) -> None:
        object.__setattr__(self, "_size", size)


def f(item: Item) -> int:
    """
    post: __return__ == 1
    """
    return item.size()
