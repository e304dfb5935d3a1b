def last_matching(values: list[int], value: int) -> tuple[int, int]:
    count = len([value for value in values if value > 0])
    return count, value
