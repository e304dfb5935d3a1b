def order(values: list[int]) -> None:
    values.sort()
