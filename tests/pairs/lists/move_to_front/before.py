def move_to_front(queue: list[str], name: str) -> list[str]:
    position = queue.index(name)
    found = queue.pop(position)
    queue.insert(0, found)
    return queue
