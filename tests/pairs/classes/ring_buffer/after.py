class Window:
    def __init__(self, size: int) -> None:
        if size < 1:
            raise ValueError("size")
        self.size = size
        self.values: list[int] = []

    def push(self, value: int) -> int:
        self.values.append(value)
        if len(self.values) > self.size:
            del self.values[0]
        total = 0
        for kept in self.values:
            total += kept
        return total
