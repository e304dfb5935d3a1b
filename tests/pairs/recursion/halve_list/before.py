def total_by_halves(values: list[int]) -> int:
    if not values:
        return 0
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    return total_by_halves(values[:middle]) + total_by_halves(values[middle:])
