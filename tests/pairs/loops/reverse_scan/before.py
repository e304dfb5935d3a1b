def last_index_below(values: list[int], limit: int) -> int:
    position = -1
    for i in range(len(values)):
        if values[i] < limit:
            position = i
    return position
