class Gate:
    def __init__(self, unit: int) -> None:
        self.unit = unit
        self.busy = False

    def run(self, jobs: list[int]) -> int:
        self.busy = True
        total = 0
        for job in jobs:
            total += job // self.unit
        self.busy = False
        return total
