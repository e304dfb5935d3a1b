class MinStack:
    def __init__(self) -> None:
        self.values: list[int] = []
        self.minima: list[int] = []

    def pop(self) -> int:
        if not self.values:
            raise IndexError("empty")
        self.minima.pop()
        return self.values.pop()

    def push(self, value: int) -> int:
        smallest = value
        if self.minima and self.minima[-1] < value:
            smallest = self.minima[-1]
        self.values.append(value)
        self.minima.append(smallest)
        return smallest
