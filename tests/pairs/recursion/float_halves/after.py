def float_total(values: list[float]) -> float:
    if not values:
        return 0.0
    total = values[0]
    for value in values[1:]:
        total += value
    return total
