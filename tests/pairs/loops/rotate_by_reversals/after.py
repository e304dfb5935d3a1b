def rotate(values: list[int], shift: int) -> None:
    if values:
        cut = shift % len(values)
        values[:] = values[cut:] + values[:cut]
