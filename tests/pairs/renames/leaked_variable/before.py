def last_matching(values: list[int], value: int) -> tuple[int, int]:
    count = 0
    for value in values:
        if value > 0:
            count += 1
    return count, value
