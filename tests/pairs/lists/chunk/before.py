def chunks(items: list[int], size: int) -> list[list[int]]:
    if size < 1:
        raise ValueError("size")
    result: list[list[int]] = []
    current: list[int] = []
    for item in items:
        current.append(item)
        if len(current) == size:
            result.append(current)
            current = []
    if current:
        result.append(current)
    return result
