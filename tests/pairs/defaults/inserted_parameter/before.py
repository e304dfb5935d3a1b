def rounded_up(value: int, step: int = 10) -> int:
    if step <= 0:
        raise ValueError("step")
    return -(-value // step) * step
