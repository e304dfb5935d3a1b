class Limiter:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0

    def allow(self, cost: int) -> bool:
        self.used += cost
        return self.used <= self.limit
