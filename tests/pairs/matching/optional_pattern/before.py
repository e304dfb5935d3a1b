def first_or_none(values: list[int] | None, default: int) -> int:
    if values is None:
        return default
    if not values:
        return -1
    return values[0]
