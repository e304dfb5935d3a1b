class Order:
    def __init__(self, lines: list[int]) -> None:
        self.lines = list(lines)

    def add(self, line: int) -> None:
        self.lines.append(line)


def make_order(lines: list[int], extra: int) -> int:
    order = Order(lines)
    order.add(extra)
    return len(order.lines)
