def _drop_negative(values: list[int]) -> None:
    values = [value for value in values if value >= 0]


def trimmed_total(values: list[int]) -> int:
    _drop_negative(values)
    return sum(values)
