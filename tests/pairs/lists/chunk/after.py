def chunks(items: list[int], size: int) -> list[list[int]]:
    if size <= 0:
        raise ValueError("size must be positive")
    result: list[list[int]] = []
    start = 0
    while start < len(items):
        result.append(items[start:start + size])
        start += size
    return result
