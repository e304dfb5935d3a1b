def second_best(values: list[int]) -> int | None:
    if len(values) < 2:
        return None
    return sorted(values)[-2]
