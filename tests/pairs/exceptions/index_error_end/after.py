def pairwise_difference(values: list[int]) -> list[int]:
    return [values[i] - values[i - 1] for i in range(1, len(values))]
