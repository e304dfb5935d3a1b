def rounded_up(value: int, offset: int = 0, step: int = 10) -> int:
    if step <= 0:
        raise ValueError("step")
    return -(-(value + offset) // step) * step
