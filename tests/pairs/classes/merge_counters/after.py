class Counter:
    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = dict(counts)

    def merge(self, other: "Counter") -> int:
        taken, other.counts = other.counts, {}
        for name, count in taken.items():
            self.counts[name] = self.counts.get(name, 0) + count
        return len(self.counts)
