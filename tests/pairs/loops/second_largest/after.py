def runner_up(values: list[int]) -> int | None:
    if len(values) < 2:
        return None
    first = second = None
    for value in values:
        if first is None or value > first:
            first, second = value, first
        elif value != first and (second is None or value > second):
            second = value
    return second
