def close_batch(amounts: list[int], parts: int) -> int:
    closed = 0
    try:
        for amount in amounts:
            closed += amount // parts
    finally:
        return closed
