class Counter:
    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = dict(counts)

    def merge(self, other: "Counter") -> int:
        for name, count in other.counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
        other.counts = {}
        return len(self.counts)
