def index_of_max(values: list[int]) -> int:
    if not values:
        raise ValueError("no values")
    best = 0
    for i in range(1, len(values)):
        if values[i] > values[best]:
            best = i
    return best
