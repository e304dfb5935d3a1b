def collect_positive(values: list[int], start: tuple[int, ...] = ()) -> list[int]:
    result = list(start)
    for value in values:
        if value > 0:
            result.append(value)
    return result
