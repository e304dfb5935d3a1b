def float_total(values: list[float]) -> float:
    if not values:
        return 0.0
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    return float_total(values[:middle]) + float_total(values[middle:])
