# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: (lambda i: (i.freeze(3), f(i))[-1])(Item())
# why: an attribute that object.__setattr__ sets stands before the method of its name


class Item:
    def size(self) -> int:
        return 1

    def freeze(self, size: int) -> None:
        object.__setattr__(self, "size", size)


def f(item: Item) -> int:
    """
    post: __return__ == 1
    """
    return item.size()
