class Meter:
    def __init__(self, start: int) -> None:
        self.value = start
        self.peak = start

    def upd(self, xs: list[int]) -> int:
        for x in xs:
            self.value += x
            if self.value > self.peak:
                self.peak = self.value
        return self.peak
