def drop_zeros(values: list[int]) -> None:
    for value in values:
        if value == 0:
            values.remove(value)
