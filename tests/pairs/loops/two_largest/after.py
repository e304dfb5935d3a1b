def second_best(values: list[int]) -> int | None:
    if len(values) < 2:
        return None
    first, second = max(values[0], values[1]), min(values[0], values[1])
    for value in values[2:]:
        if value >= first:
            first, second = value, first
        elif value > second:
            second = value
    return second
