def close_batch(amounts: list[int], parts: int) -> int:
    closed = 0
    for amount in amounts:
        closed += amount // parts
    return closed
