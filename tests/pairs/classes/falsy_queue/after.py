class Queue:
    def __init__(self, waiting: list[int]) -> None:
        self.waiting = waiting

    def __len__(self) -> int:
        return len(self.waiting)

    def take(self) -> int:
        return self.waiting.pop(0)


def next_or_default(queue: Queue | None, default: int) -> int:
    if queue is None:
        return default
    return queue.take()
