def flip(values: list[int]) -> list[int]:
    values.reverse()
    return values
