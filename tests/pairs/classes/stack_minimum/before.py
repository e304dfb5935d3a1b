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
        self.values.append(value)
        self.minima.append(min(self.values))
        return self.minima[-1]
