def element_at(values: list[int], index: int) -> int | None:
    if 0 <= index < len(values):
        return values[index]
    return None
