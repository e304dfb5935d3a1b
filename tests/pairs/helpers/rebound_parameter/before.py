def trimmed_total(values: list[int]) -> int:
    values = [value for value in values if value >= 0]
    return sum(values)
