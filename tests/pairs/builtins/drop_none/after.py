def describe(values: list[int | None]) -> list[int]:
    return list(filter(None, values))
