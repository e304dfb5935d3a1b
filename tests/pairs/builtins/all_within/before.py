def all_within(values: list[float], low: float, high: float) -> bool:
    ok = True
    for value in values:
        if not (low <= value <= high):
            ok = False
    return ok
