class Meter:
    def __init__(self, start: int) -> None:
        self.value = start
        self.peak = start

    def record(self, changes: list[int]) -> int:
        for change in changes:
            self.value = self.value + change
            self.peak = max(self.peak, self.value)
        return self.peak
