def drop_last(values: list[int], count: int) -> list[int]:
    if count < 0:
        raise ValueError("count")
    return values[:-count]
