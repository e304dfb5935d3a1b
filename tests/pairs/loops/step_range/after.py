def every_third(values: list[int], start: int) -> list[int]:
    return values[start::3]
