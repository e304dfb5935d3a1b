class Window:
    def __init__(self, size: int) -> None:
        if size < 1:
            raise ValueError("size")
        self.size = size
        self.values: list[int] = []

    def push(self, value: int) -> int:
        if len(self.values) == self.size:
            self.values.pop(0)
        self.values.append(value)
        return sum(self.values)
