class Basket:
    items: list[int] = []

    def add(self, item: int) -> None:
        self.items.append(item)


def fill_two(first: int, second: int) -> tuple[list[int], list[int]]:
    left, right = Basket(), Basket()
    left.add(first)
    right.add(second)
    return list(left.items), list(right.items)
