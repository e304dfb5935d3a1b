def last_index_below(values: list[int], limit: int) -> int:
    i = len(values) - 1
    while i >= 0 and not values[i] < limit:
        i -= 1
    return i
