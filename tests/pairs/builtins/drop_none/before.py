def describe(values: list[int | None]) -> list[int]:
    kept: list[int] = []
    for value in values:
        if value is not None:
            kept.append(value)
    return kept
