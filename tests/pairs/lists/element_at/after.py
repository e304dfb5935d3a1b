def element_at(values: list[int], index: int) -> int | None:
    try:
        return values[index]
    except IndexError:
        return None
