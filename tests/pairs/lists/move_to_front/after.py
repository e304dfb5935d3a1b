def move_to_front(queue: list[str], name: str) -> list[str]:
    queue.remove(name)
    queue[:0] = [name]
    return queue
