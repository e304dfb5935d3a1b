class Gate:
    def __init__(self, unit: int) -> None:
        self.unit = unit
        self.busy = False

    def run(self, jobs: list[int]) -> int:
        self.busy = True
        try:
            total = 0
            for job in jobs:
                total += job // self.unit
            return total
        finally:
            self.busy = False
