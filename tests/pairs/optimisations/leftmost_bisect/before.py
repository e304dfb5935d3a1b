def position_of(values: list[int], wanted: int) -> int:
    ordered = sorted(values)
    for i, value in enumerate(ordered):
        if value == wanted:
            return i
    return -1
