# verheal: check
# subject: f
# expect: proved
class Emptied:
    """A list that stays empty.

    inv: len(self.kept_items) == 0
    """

    def __init__(self) -> None:
        self.kept_items: list[int] = []

    def size(self) -> int:
        """How many it holds.

        post: __return__ == 0
        """
        return len(self.kept_items)


def f(shared: list[int], one: Emptied) -> int:
    """What it holds before the list is written.

    post: __return__ == 0
    """
    found = one.size() if not one.kept_items else 0
    shared.append(1)
    return found
