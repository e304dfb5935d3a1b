class Limiter:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0

    def allow(self, cost: int) -> bool:
        if self.used + cost > self.limit:
            return False
        self.used += cost
        return True
